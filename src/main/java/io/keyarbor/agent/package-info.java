/** One unlock for every face: a vault that this process serves, or that it uses through another. */
package io.keyarbor.agent;

/** The ways to authenticate that need code. */
package io.keyarbor.probe.sign;

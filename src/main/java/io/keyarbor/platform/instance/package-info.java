/** One desktop app for a person: a second start hands what was asked of it to the first. */
package io.keyarbor.platform.instance;

/** Starts the desktop app when the person logs in, in the way of each system. */
package io.keyarbor.platform.login;

/** Notifications of the system, by whichever way the system has. */
package io.keyarbor.platform.notify;

/** An icon in the system's tray, by whichever way the system has. */
package io.keyarbor.platform.tray;

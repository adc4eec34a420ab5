/** The person's session on Linux, spoken to over D-Bus. */
package io.keyarbor.platform.dbus;

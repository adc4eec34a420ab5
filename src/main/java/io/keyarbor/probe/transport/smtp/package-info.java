/** Logs in at mail servers. */
package io.keyarbor.probe.transport.smtp;

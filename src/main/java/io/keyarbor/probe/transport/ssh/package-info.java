/** Logs in at SSH servers. */
package io.keyarbor.probe.transport.ssh;

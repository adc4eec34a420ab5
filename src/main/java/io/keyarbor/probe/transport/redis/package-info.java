/** Logs in at Redis and its kin. */
package io.keyarbor.probe.transport.redis;

/** Logs in at MongoDB. */
package io.keyarbor.probe.transport.mongodb;

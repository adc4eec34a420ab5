/** Logs in at SQL databases, through their drivers. */
package io.keyarbor.probe.transport.sql;

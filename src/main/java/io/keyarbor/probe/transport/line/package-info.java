/** What all protocols share: one connection, its TLS, its bounds, and the end of it. */
package io.keyarbor.probe.transport.line;

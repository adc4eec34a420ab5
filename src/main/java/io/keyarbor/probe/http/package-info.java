/** Sends one request and brings back whatever came of it, within limits. */
package io.keyarbor.probe.http;

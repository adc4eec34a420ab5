/** Runs connection tests over HTTP. */
package io.keyarbor.probe.engine;

/** The protocols beside HTTP that a test can speak. */
package io.keyarbor.probe.transport;

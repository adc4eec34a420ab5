/** Every protocol, by the name that templates call it. */
package io.keyarbor.probe.transport.all;

/** HTTP over connections that the platform's own client cannot make. */
package io.keyarbor.probe.wire;

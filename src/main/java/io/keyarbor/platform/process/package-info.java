/** Starts programs as a shell would: environment, signals, files for the time they run. */
package io.keyarbor.platform.process;

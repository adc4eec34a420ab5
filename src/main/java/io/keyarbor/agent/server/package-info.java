/** Serves one unlocked vault to the person's other programs. */
package io.keyarbor.agent.server;

/** An agent in a process of its own, without a window or a terminal. */
package io.keyarbor.agent.process;

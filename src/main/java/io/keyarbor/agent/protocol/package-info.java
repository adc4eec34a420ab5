/** What agent and client say to each other: frames over a socket, described in the site's pages. */
package io.keyarbor.agent.protocol;

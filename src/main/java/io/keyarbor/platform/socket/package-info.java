/** Unix domain sockets for one person alone: no other user can connect, or be taken for them. */
package io.keyarbor.platform.socket;

/** Leaves windows out of pictures of the screen, where the system can do that. */
package io.keyarbor.platform.screen;

/** Where the window was, and where it may be. */
package io.keyarbor.ui.window;

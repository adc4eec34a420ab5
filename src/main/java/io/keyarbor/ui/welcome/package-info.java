/** Shows the window to a person who sees it for the first time. */
package io.keyarbor.ui.welcome;

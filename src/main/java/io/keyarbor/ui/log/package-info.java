/** Shows the app's log. */
package io.keyarbor.ui.log;

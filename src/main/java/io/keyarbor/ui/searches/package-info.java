/** Searches that a person keeps under a name. */
package io.keyarbor.ui.searches;

/** What later starts of the app, links and files ask of the window. */
package io.keyarbor.ui.arrival;

/** The tray icon: what its menu offers, and when the window may hide behind it. */
package io.keyarbor.ui.tray;

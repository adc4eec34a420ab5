/** The window that looks for credentials on this computer and takes them into the vault. */
package io.keyarbor.ui.sweep;

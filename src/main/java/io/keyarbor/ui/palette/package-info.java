/**
 * The quick palette: a few letters find a credential, one key copies what is wanted of it. {@code
 * Folded}, {@code Fuzzy}, {@code Candidate}, {@code Usage} and {@code PaletteModel} are plain Java.
 */
package io.keyarbor.ui.palette;

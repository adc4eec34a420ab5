/**
 * The app's texts in the person's language. English is what the code says; other languages are
 * tables.
 */
package io.keyarbor.language;

/** The window of the profiles, and the choice of them for one credential. */
package io.keyarbor.ui.profiles;

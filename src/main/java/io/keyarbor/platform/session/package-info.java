/** Tells when the computer sleeps, its screen is locked, or another person comes to the front. */
package io.keyarbor.platform.session;

/** Credentials from elsewhere into the vault, and out of it: files, environment, source code. */
package io.keyarbor.transfer;

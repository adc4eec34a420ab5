/** Tests credentials of the vault against their services. */
package io.keyarbor.vault.testing;

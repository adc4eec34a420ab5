/** Keeps what stands in for a master password, for quick unlock. */
package io.keyarbor.vault.quick;

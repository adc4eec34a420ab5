package io.keyarbor.vault;

/**
 * Where a vault is in its life; {@link Vault} moves it from one to the next, one mover at a time.
 */
public enum VaultState {
  LOCKED,
  UNLOCKING,
  UNLOCKED,
  LOCKING
}

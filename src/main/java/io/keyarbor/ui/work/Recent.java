package io.keyarbor.ui.work;

import io.keyarbor.vault.CredentialId;
import java.util.ArrayList;
import java.util.List;

/**
 * The credentials that were used lately, in memory alone and only while the vault is open. For the
 * JavaFX thread.
 */
public final class Recent {
  /** So many are remembered. */
  public static final int MOST = 5;

  private final List<CredentialId> ids = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /** Nothing was used yet. */
  Recent() {}

  /** That credential is the newest one now. */
  public void used(CredentialId id) {
    ids.remove(id);
    ids.addFirst(id);
    if (ids.size() > MOST) {
      ids.removeLast();
    }
    listeners.forEach(Runnable::run);
  }

  /** Newest first. */
  public List<CredentialId> ids() {
    return List.copyOf(ids);
  }

  /** Calls {@code listener} when another one is the newest. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Calls nobody any more who listened until now. */
  public void forgetListeners() {
    listeners.clear();
  }

  /** Forgets all, listeners too; for when the vault locks. */
  public void forget() {
    ids.clear();
    forgetListeners();
  }
}

package io.keyarbor.ui.view;

import static io.keyarbor.language.Texts.retold;

/**
 * That the vault is a demo, and not the person's own. Made with English words, which it gives in
 * the language of the moment.
 *
 * @param label shown all the time
 * @param password a sentence that tells the password, for the lock screen
 * @param leave closes the demo and goes back to where the person came from
 */
public record Demo(String label, String password, Runnable leave) {
  @Override
  public String label() {
    return retold(label);
  }

  @Override
  public String password() {
    return retold(password);
  }
}

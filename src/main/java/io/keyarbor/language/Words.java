package io.keyarbor.language;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/** English: each text is its own key. */
public class Words extends ResourceBundle {
  /** For the platform, which makes bundles by name. */
  public Words() {}

  @Override
  protected Object handleGetObject(String key) {
    return key;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.emptyEnumeration();
  }

  @Override
  public boolean containsKey(String key) {
    return true;
  }
}

package io.keyarbor.language;

/** English with every text about a third longer; for finding what would clip when translated. */
public final class Words_qps extends Words {
  private static final String MORE = " lönger";

  /** For the platform, which makes bundles by name. */
  public Words_qps() {}

  @Override
  protected Object handleGetObject(String key) {
    int more = Math.max(2, key.length() / 3);
    return key + MORE.repeat(more / MORE.length() + 1).substring(0, more);
  }
}

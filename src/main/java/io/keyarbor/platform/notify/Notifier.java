package io.keyarbor.platform.notify;

/**
 * Shows notifications of the system. They lie in another process and may stay there, so they say no
 * secret. Safe for any thread; no method waits for the system. Where it shows none, nothing
 * happens.
 */
public interface Notifier {
  /**
   * Shows a notification.
   *
   * @param title one line
   * @param text plain words; may be empty
   * @param pressed called when the person presses it, on any thread
   */
  void tell(String title, String text, Runnable pressed);

  /** Takes back those that are still shown. */
  void takeBack();
}

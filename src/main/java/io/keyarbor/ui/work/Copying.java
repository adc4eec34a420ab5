package io.keyarbor.ui.work;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.settings.SettingsStore;
import java.time.Duration;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies for the person, secrets for the time they chose. For the JavaFX thread only. */
public final class Copying {
  private final SecretClipboard clipboard;
  private final SettingsStore settings;
  private final Recent recent = new Recent();

  /** Copies through {@code clipboard}. */
  public Copying(SecretClipboard clipboard, SettingsStore settings) {
    this.clipboard = clipboard;
    this.settings = settings;
  }

  /** Copies {@code secret}, which the caller keeps. */
  public void secret(Secret secret) {
    clipboard.copy(secret, Duration.ofSeconds(seconds()));
  }

  /** What was copied from lately. */
  public Recent recent() {
    return recent;
  }

  /** Copies text that is no secret; it stays. */
  public void plain(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** After how many seconds a copied secret is cleared. */
  public int seconds() {
    return settings.current().clipboardSeconds();
  }
}

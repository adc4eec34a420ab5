package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.ClipboardAccess;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.ui.testkit.Stagehand;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;

class FxClipboardTest {
  @Test
  void marksWhatItCopiesForClipboardHistories() {
    Stagehand.onFx(() -> {
      new FxClipboard().putSecret("not-a-real-token".toCharArray());
      Clipboard board = Clipboard.getSystemClipboard();
      assertEquals("not-a-real-token", board.getString());
      for (ClipboardAccess.Mark mark : ClipboardAccess.SECRET_MARKS) {
        assertEquals(mark.value(), board.getContent(DataFormat.lookupMimeType(mark.format())));
      }
      assertEquals(
          "secret", board.getContent(DataFormat.lookupMimeType("x-kde-passwordManagerHint")));
      return null;
    });
  }

  @Test
  void givesBackOnlyWhatItStillHolds() {
    Stagehand.onFx(() -> {
      try (SystemTimer timer = new SystemTimer();
          Secret secret = Secret.takeUtf8("not-a-real-token".toCharArray())) {
        SecretClipboard clipboard = new SecretClipboard(new FxClipboard(), new FxTimer(timer));
        clipboard.copy(secret, Duration.ofHours(1));
        clipboard.clear();
        assertFalse(Clipboard.getSystemClipboard().hasString());
        clipboard.copy(secret, Duration.ofHours(1));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "a list"));
        clipboard.close();
        assertEquals("a list", Clipboard.getSystemClipboard().getString());
      }
      return null;
    });
  }

  @Test
  void callsOnTheJavaFxThread() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    boolean[] onFx = new boolean[1];
    try (SystemTimer timer = new SystemTimer()) {
      Stagehand.onFx(() ->
          new FxTimer(timer)
              .after(
                  Duration.ZERO,
                  () -> {
                    onFx[0] = Platform.isFxApplicationThread();
                    called.countDown();
                  }));
      assertTrue(called.await(10, TimeUnit.SECONDS));
    }
    assertTrue(onFx[0]);
  }
}

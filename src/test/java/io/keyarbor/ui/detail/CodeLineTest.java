package io.keyarbor.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-time codes of a credential, with the key and the moments of RFC 6238, appendix B. */
class CodeLineTest {
  private static final String KEY =
      "otpauth://totp/x?digits=8&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(1111111109));
  private OpenVault app;
  private SecretLine line;

  @BeforeEach
  void open() {
    app = new OpenVault(folder);
    Credential credential = app.add("Site", "generic-login", Map.of(), "Second factor", KEY);
    var shown = new DetailModel.Line("Second factor", "Second factor", Optional.empty());
    app.show(
        Theme.LIGHT,
        1,
        work -> {
          Workspace at = at(work);
          line = new SecretLine(at, new Deeds(at), credential.id(), shown);
          VBox content = new VBox(line);
          content
              .getStylesheets()
              .add(DetailController.class.getResource("detail.css").toExternalForm());
          work.dialogs().show(content, "Codes", () -> {});
        });
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Workspace at(Workspace work) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    return new Workspace(
        work.session(),
        work.catalogue(),
        work.background(),
        work.dialogs(),
        work.files(),
        work.copying(),
        clock,
        work.browser());
  }

  /** The code that is shown, and the next one where it is shown too. */
  private String codes() {
    return code(".detail-row") + (line.lookup(".next-code").isVisible() ? code(".next-code") : "");
  }

  private String code(String place) {
    StringBuilder text = new StringBuilder();
    CodeDigits digits = (CodeDigits) line.lookup(place + " > .code-digits");
    digits.getChildren().forEach(n -> text.append(n instanceof Text t ? t.getText() : " "));
    return text + "/";
  }

  private void sees(String codes) {
    app.person().waitUntil(() -> codes.equals(codes()), "“" + codes + "” is not there");
  }

  @Test
  void isHiddenUntilAskedForAndFollowsTheTime() {
    app.person().see("One-time code");
    sees("•••• ••••/");
    app.person().click("Show the one-time code for 20 seconds");
    // One second is left: the next code is told beside it.
    sees("0708 1804/1405 0471/");
    app.photograph("totp-late");
    now.set(Instant.ofEpochSecond(1111111111));
    sees("1405 0471/");
    app.photograph("totp");
    app.person().click("Hide the one-time code");
    sees("•••• ••••/");
  }

  @Test
  void isCopiedWithoutBeingShown() {
    app.person().click("Copy the one-time code");
    app.person().see("One-time code copied; it holds for 1 s");
    assertEquals("07081804", Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString()));
    assertEquals("•••• ••••/", Stagehand.onFx(this::codes));
  }

  @Test
  void leavesTheScreenWithItsWindow() {
    app.person().click("Show the one-time code for 20 seconds");
    sees("0708 1804/1405 0471/");
    app.closeDialogs();
    assertEquals("•••• ••••/", Stagehand.onFx(this::codes));
    assertFalse(app.person().sees("One-time code"));
    assertTrue(Stagehand.onFx(() -> line.getScene() == null));
  }
}

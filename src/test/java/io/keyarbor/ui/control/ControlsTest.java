package io.keyarbor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.testkit.Stagehand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
  private static final String SHOWN = "0Oo1lI-Test key|#$%&é€\uD83D\uDD11\nsecond line";

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void areGoodToLookAt(Theme theme, double scale) {
    try (Stagehand stage =
        Stagehand.show(Stagehand.onFx(ControlsTest::gallery), 760, 620, theme, scale)) {
      stage.photograph("controls-" + theme + "-" + scale);
      assertTrue(stage.person().sees("Limited"));
      assertTrue(stage.person().sees("Testing…"));
    }
  }

  @Test
  void aRevealedSecretIsNeverInOnePiece() {
    RevealedSecret revealed = Stagehand.onFx(RevealedSecret::new);
    try (Stagehand stage = Stagehand.show(Stagehand.onFx(() -> new VBox(revealed)), 300, 200);
        Secret secret = secret(SHOWN)) {
      Stagehand.onFx(() -> {
        revealed.show(secret);
        return null;
      });
      stage.person().see(".revealed-secret");
      List<String> texts = texts(revealed);
      assertTrue(texts.size() > 30, texts.toString());
      assertTrue(texts.stream().allMatch(t -> t.codePointCount(0, t.length()) == 1));
      Stagehand.onFx(() -> {
        revealed.hide();
        return null;
      });
      assertEquals("•".repeat(12), String.join("", texts(revealed)));
      assertFalse(Stagehand.onFx(revealed::isShown));
    }
  }

  @Test
  void aServiceWithoutAKnownIconHasItsInitials() {
    assertEquals("GH", ServiceIcon.initials("Generic HTTP login"));
    assertEquals("É", ServiceIcon.initials("éclair"));
    assertEquals("?", ServiceIcon.initials(" "));
    ServiceIcon icon =
        Stagehand.onFx(() -> new ServiceIcon(Optional.of(template("Own Thing", "si-nothing")), 2));
    try (Stagehand stage = Stagehand.show(Stagehand.onFx(() -> new VBox(icon)), 90, 90)) {
      stage.person().see("OT");
    }
  }

  private static Parent gallery() {
    VBox all = new VBox(16);
    all.setPadding(new Insets(24));
    FlowPane badges = new FlowPane(8, 8);
    for (Reason reason :
        List.of(Reason.OK, Reason.QUOTA_EXHAUSTED, Reason.INSUFFICIENT_PERMISSION)) {
      badges.getChildren().add(badge(Optional.of(verdict(reason))));
    }
    badges.getChildren().add(badge(Optional.of(verdict(Reason.UNREACHABLE))));
    badges.getChildren().add(badge(Optional.of(verdict(Reason.BAD_CREDENTIAL))));
    badges.getChildren().add(badge(Optional.empty()));
    VerdictBadge testing = badge(Optional.empty());
    testing.setTesting(true);
    badges.getChildren().add(testing);
    HBox icons = new HBox(8);
    for (String literal : List.of("si-github", "mdi2d-database", "si-openai", "", "si-none")) {
      icons.getChildren().add(new ServiceIcon(Optional.of(template("Own Thing", literal)), 3));
    }
    icons.getChildren().add(new ServiceIcon(Optional.empty(), 2));
    icons.getChildren().add(new IconButton("mdi2e-eye-outline", "Show the token", () -> {}));
    icons.getChildren().add(CopyButton.of("host", () -> {}));
    SecretField field = new SecretField();
    field.setPromptText("Paste or type a key");
    SecretField filled = new SecretField();
    RevealedSecret revealed = new RevealedSecret();
    try (Secret secret = secret(SHOWN)) {
      filled.setSecret(secret);
      revealed.show(secret);
    }
    PasswordStrength weak = new PasswordStrength();
    PasswordStrength good = new PasswordStrength();
    PasswordEstimator estimator = new PasswordEstimator();
    try (Secret one = secret("summer2024");
        Secret two = secret("otter-velvet-quarry-94")) {
      weak.show(estimator.estimate(one));
      good.show(estimator.estimate(two));
    }
    all.getChildren()
        .addAll(badges, icons, field, filled, revealed, new RevealedSecret(), weak, good);
    return all;
  }

  private static VerdictBadge badge(Optional<Verdict> verdict) {
    VerdictBadge badge = new VerdictBadge();
    badge.setVerdict(verdict);
    return badge;
  }

  private static Verdict verdict(Reason reason) {
    return new Verdict(
        reason,
        reason.advice(),
        Instant.EPOCH,
        Duration.ofMillis(12),
        Map.of(),
        List.of(),
        new Expiry.Unknown(),
        List.of(),
        Optional.empty());
  }

  private static ServiceTemplate template(String name, String icon) {
    return new ServiceTemplate(
        "own",
        name,
        "other",
        icon,
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Secret secret(String text) {
    return Secret.takeUtf8(text.toCharArray());
  }

  private static List<String> texts(Parent parent) {
    return Stagehand.onFx(() -> {
      List<String> texts = new ArrayList<>();
      collect(parent, texts);
      return texts;
    });
  }

  private static void collect(Node node, List<String> texts) {
    if (node instanceof Text text) {
      texts.add(text.getText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }
}

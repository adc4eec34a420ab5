package io.keyarbor.ui.desktop;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.settings.Grouping;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;

/**
 * How long the window stands still while a person scrolls through 10,000 credentials, or searches
 * in them: run {@code main}; a number of credentials may be given. Prints for each way to move how
 * much the JavaFX thread worked in a frame, and the longest as a ratio to the longest of the window
 * at rest.
 */
public final class ScrollPauses {
  private static final List<Reason> REASONS =
      List.of(Reason.OK, Reason.BAD_CREDENTIAL, Reason.UNREACHABLE, Reason.QUOTA_EXHAUSTED);
  private static final int ROUNDS = 2;

  private ScrollPauses() {}

  /** Entry point. */
  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    int size = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("scroll-pauses");
    try (DesktopStage app = new DesktopStage(folder)) {
      fill(app, size);
      app.settings.change(s -> s.withGrouping(Grouping.CATEGORY));
      app.unlocked();
      app.person.see(".tree-table-row-cell");
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.printf("round %d of %d, %d credentials%n", round, ROUNDS, size);
        measure(app);
      }
    } finally {
      Platform.exit();
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void measure(DesktopStage app) {
    double rest = longest(app, "at rest", 200, i -> {});
    report(rest, longest(app, "wheel", 200, i -> wheel(app, i < 150 ? -120 : 120)));
    report(rest, longest(app, "drag", 200, i -> drag(app, i / 200.0)));
    app.person.click(".tree-table-row-cell");
    report(rest, pressed(app, "page down", "Page_Down", 100));
    report(rest, pressed(app, "down", "Down", 100));
    report(rest, typed(app, "search", "#search", "proxmox prod 12"));
    app.person.press("Ctrl+K");
    app.person.see("#palette-search");
    report(rest, typed(app, "palette", "#palette-search", "prox prod 12"));
    app.person.press("Esc");
  }

  private static void report(double rest, double longest) {
    System.out.printf(Locale.ROOT, "%38s longest is %.1f times that at rest%n", "", longest / rest);
  }

  private static double longest(DesktopStage app, String what, int frames, IntConsumer step) {
    int[] count = new int[1];
    Frames measured =
        Stagehand.onFx(() -> {
          Frames each =
              new Frames() {
                @Override
                public void handle(long now) {
                  super.handle(now);
                  if (count[0] < frames) {
                    step.accept(count[0]);
                  }
                  count[0]++;
                }
              };
          each.start();
          return each;
        });
    app.person.waitUntil(() -> count[0] > frames, "no frames");
    return ended(what, measured);
  }

  private static double ended(String what, Frames measured) {
    return Stagehand.onFx(() -> {
      measured.print(what);
      return measured.work().getLast();
    });
  }

  private static Frames begun() {
    return Stagehand.onFx(() -> {
      Frames frames = new Frames();
      frames.start();
      return frames;
    });
  }

  private static double pressed(DesktopStage app, String what, String key, int times) {
    Frames frames = begun();
    for (int i = 0; i < times; i++) {
      app.person.press(key);
    }
    return ended(what, frames);
  }

  private static double typed(DesktopStage app, String what, String where, String text) {
    app.person.click(where);
    Frames frames = begun();
    for (int i = 0; i < text.length(); i++) {
      app.person.type(text.substring(i, i + 1));
    }
    for (int i = 0; i < text.length(); i++) {
      app.person.press("Back_Space");
    }
    return ended(what, frames);
  }

  private static void wheel(DesktopStage app, double by) {
    Node tree = app.scene().lookup("#tree");
    Node rows = tree.lookup(".clipped-container");
    Bounds at = rows.localToScene(rows.getLayoutBounds());
    Event.fireEvent(
        rows,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            at.getCenterX(),
            at.getCenterY(),
            at.getCenterX(),
            at.getCenterY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            by,
            0,
            by,
            HorizontalTextScrollUnits.NONE,
            0,
            VerticalTextScrollUnits.LINES,
            by / 40,
            0,
            null));
  }

  private static void drag(DesktopStage app, double to) {
    app.scene().lookup("#tree").lookupAll(".scroll-bar").stream()
        .filter(
            node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
        .map(ScrollBar.class::cast)
        .forEach(bar -> bar.setValue(bar.getMin() + to * (bar.getMax() - bar.getMin())));
  }

  private static void fill(DesktopStage app, int size) {
    List<ServiceTemplate> services = List.copyOf(JsonCatalogue.bundled().all());
    for (int i = 0; i < size; i++) {
      ServiceTemplate service = services.get(i % services.size());
      Details details =
          new Details(
              service.displayName() + (i % 3 == 0 ? " Production " : " Staging ") + i,
              service.serviceType(),
              Optional.empty(),
              Map.of("host", "node" + i + ".example.com", "username", "robot-" + i),
              Set.of("team-" + i % 20),
              i % 10 == 0,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      CredentialId id = app.vault.content().add(details, Map.of()).id();
      if (i % 5 != 0) {
        app.vault
            .content()
            .recordTest(
                id, 1, Sample.verdict(REASONS.get(i % REASONS.size()), i, Optional.empty()));
      }
    }
  }
}

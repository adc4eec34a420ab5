package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.work.Browser;
import io.keyarbor.ui.work.ServiceLinks;
import java.net.URI;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person can do next with a credential: look at its test, or go to the service's pages. */
final class NextSteps extends FlowPane {
  private final Browser browser;

  /**
   * The steps for {@code entry}.
   *
   * @param sent shows what a test sends
   * @param listing whether the list of models is being asked for
   * @param models asks for the list of models
   */
  NextSteps(Entry entry, Browser browser, Runnable sent, boolean listing, Runnable models) {
    this.browser = browser;
    getStyleClass().add("next-steps");
    Optional<ServiceTemplate> template = entry.template();
    template
        .flatMap(t -> ServiceLinks.createKey(t, entry.credential().details().fields()))
        .ifPresent(page -> page(keyWords(entry), "mdi2k-key-plus", page));
    template
        .flatMap(ServiceLinks::documentation)
        .ifPresent(page -> page(tr("Documentation"), "mdi2b-book-open-variant", page));
    if (template.filter(t -> !t.models().isEmpty()).isPresent()) {
      Hyperlink list =
          step(
              listing ? tr("Listing models…") : tr("List models"),
              "mdi2f-format-list-bulleted",
              tr("Asks the service which models there are"),
              models);
      list.setDisable(listing);
    }
    if (entry.isTestable()) {
      step(
          tr("What will be sent"),
          "mdi2s-send-outline",
          tr("Shows a test without running it"),
          sent);
    }
    setManaged(!getChildren().isEmpty());
  }

  /** Whoever has a wrong or an expired secret needs a new one. */
  private static String keyWords(Entry entry) {
    boolean bad =
        entry
            .credential()
            .lastTest()
            .map(Verdict::outcome)
            .filter(Outcome.INVALID::equals)
            .isPresent();
    return bad ? tr("Make a new key") : tr("Where keys are made");
  }

  private void page(String words, String icon, URI page) {
    step(words, icon, tr("Opens {0} in your browser", page), () -> browser.open(page));
  }

  private Hyperlink step(String words, String icon, String says, Runnable action) {
    Hyperlink link = new Hyperlink(words, new FontIcon(icon));
    link.setTooltip(new Tooltip(says));
    link.setOnAction(event -> {
      link.setVisited(false);
      action.run();
    });
    getChildren().add(link);
    return link;
  }
}

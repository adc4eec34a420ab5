package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.PlannedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The requests that a test would send, secrets masked. */
public final class SentView {
  private SentView() {}

  /** One block for each request. */
  public static List<Node> of(List<PlannedRequest> planned) {
    if (planned.isEmpty()) {
      return List.of(note(tr("There is no test for this kind of secret: nothing is sent.")));
    }
    List<Node> blocks = new ArrayList<>();
    planned.forEach(request -> blocks.add(block(request)));
    return blocks;
  }

  /** A line of quiet text. */
  private static Label note(String words) {
    Label note = new Label(words);
    note.setWrapText(true);
    note.getStyleClass().add("field-help");
    return note;
  }

  private static Node block(PlannedRequest request) {
    VBox block = new VBox();
    block.getStyleClass().add("request");
    block.getChildren().add(mono(request.method() + " " + request.url(), "request-line"));
    for (Map.Entry<String, String> header : new TreeMap<>(request.headers()).entrySet()) {
      block.getChildren().add(mono(header.getKey() + ": " + header.getValue(), "request-header"));
    }
    if (!request.body().isEmpty()) {
      block.getChildren().add(mono(request.body(), "request-header"));
    }
    Label says =
        request.carriesSecret()
            ? new Label(tr("Carries the secret to this host"), new FontIcon("mdi2k-key-variant"))
            : new Label(tr("Carries no secret"));
    says.getStyleClass().add("field-help");
    block.getChildren().add(says);
    return block;
  }

  private static Label mono(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().addAll("mono", styleClass);
    return label;
  }
}

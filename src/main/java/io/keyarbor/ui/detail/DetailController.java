package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.history.HistoryPanel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.GroupPaths;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.schedule.ScheduleText;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.VaultException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All of one credential, beside the list. */
public final class DetailController {
  private final Workspace work;
  private final Deeds deeds;
  private final Testing testing;
  private final Consumer<CredentialId> edit;
  private final Attachments attachments;
  private Optional<Entry> entry = Optional.empty();
  private boolean shownTesting;
  private boolean shownListing;

  @FXML private StackPane root;
  @FXML private ScrollPane scroll;
  @FXML private Pane empty;
  @FXML private StackPane icon;
  @FXML private Label name;
  @FXML private Label service;
  @FXML private IconButton favourite;
  @FXML private Button test;
  @FXML private VBox verdict;
  @FXML private VBox fields;
  @FXML private FlowPane tags;
  @FXML private VBox facts;
  @FXML private VBox history;

  /**
   * Shows nothing at first.
   *
   * @param edit opens the editor
   */
  public DetailController(
      Workspace work, Deeds deeds, Testing testing, Consumer<CredentialId> edit) {
    this.work = work;
    this.deeds = deeds;
    this.testing = testing;
    this.edit = edit;
    this.attachments = new Attachments(work);
  }

  @FXML
  void initialize() {
    show(Optional.empty());
    FileDrop.on(
        root,
        () -> entry.isPresent(),
        files -> entry.ifPresent(e -> attachments.add(e.id(), files)));
    testing.onChange(() ->
        entry.ifPresent(e -> {
          boolean listing = testing.isListing(e.id());
          if (testing.isTesting(e.id()) != shownTesting || listing != shownListing) {
            showVerdict(e);
          }
        }));
  }

  /** Shows that credential, or that none is chosen. */
  public void show(Optional<Entry> next) {
    if (next.equals(entry) && next.isPresent()) {
      return;
    }
    boolean other = !next.map(Entry::id).equals(entry.map(Entry::id));
    boolean secretsChanged = other || !sameFields(next, entry);
    entry = next;
    scroll.setVisible(next.isPresent());
    empty.setVisible(next.isEmpty());
    if (other) {
      scroll.setVvalue(0);
    }
    try {
      next.ifPresentOrElse(e -> fill(e, secretsChanged), this::clear);
    } catch (VaultException.Locked lockedMeanwhile) {
      // The window follows the lock in a moment; until then nothing half filled stays.
      show(Optional.empty());
    }
  }

  /** A verdict that comes in must not hide a secret that is being read. */
  private static boolean sameFields(Optional<Entry> a, Optional<Entry> b) {
    return a.isPresent()
        && b.isPresent()
        && a.get().template().equals(b.get().template())
        && a.get().credential().version() == b.get().credential().version()
        && a.get().credential().details().equals(b.get().credential().details());
  }

  private void clear() {
    fields.getChildren().clear();
    verdict.getChildren().clear();
    facts.getChildren().clear();
    history.getChildren().clear();
    tags.getChildren().clear();
    name.setText("");
  }

  private void fill(Entry e, boolean withFields) {
    Credential credential = e.credential();
    name.setText(credential.details().name());
    service.setText(e.serviceName());
    icon.getChildren().setAll(new ServiceIcon(e.template(), 3));
    boolean liked = credential.details().favourite();
    favourite.show(
        liked ? "mdi2s-star" : "mdi2s-star-outline",
        liked ? tr("Remove from favourites") : tr("Add to favourites"));
    favourite.pseudoClassStateChanged(PseudoClass.getPseudoClass("on"), liked);
    showVerdict(e);
    if (withFields) {
      fields.getChildren().setAll(lines(credential, e.template()));
    }
    showTags(credential);
    showFacts(e);
    history
        .getChildren()
        .setAll(new HistoryPanel(work.session().credentials().history(e.id()), work.clock()));
  }

  private List<Node> lines(Credential credential, Optional<ServiceTemplate> template) {
    return DetailModel.lines(credential, template).stream()
        .map(line -> line(credential.id(), line))
        .toList();
  }

  private Node line(CredentialId id, DetailModel.Line line) {
    if (line.isAttachment()) {
      return new AttachmentLine(attachments, id, line);
    }
    return line.value()
        .<Node>map(value -> new PlainLine(work, line.label(), value))
        .orElseGet(() -> new SecretLine(work, deeds, id, line));
  }

  private void showVerdict(Entry e) {
    shownTesting = testing.isTesting(e.id());
    shownListing = testing.isListing(e.id());
    boolean testable = e.isTestable();
    test.setDisable(shownTesting || !testable);
    test.setText(shownTesting ? tr("Testing…") : tr("Test"));
    var last = e.credential().lastTest();
    verdict
        .getChildren()
        .setAll(
            new VerdictPanel(
                last, shownTesting, testable, work.clock(), models -> showModels(e, models)),
            new NextSteps(e, work.browser(), () -> showSent(e), shownListing, () -> askModels(e)));
    last.flatMap(v -> v.certificate())
        .ifPresent(c ->
            verdict
                .getChildren()
                .add(new CertificatePanel(c, work.clock().getZone(), () -> trust(e, c))));
  }

  private void showModels(Entry e, List<String> models) {
    String title = tr("Models of “{0}”", e.credential().details().name());
    ModelsView.open(work.dialogs(), title, models, work.copying()::plain);
  }

  private void askModels(Entry e) {
    testing.models(
        e.id(),
        list -> {
          if (!list.fault().isEmpty()) {
            work.dialogs().error(new VaultException.Refused(list.fault()));
          } else if (list.models().isEmpty()) {
            work.dialogs().toast(tr("The service lists no models for this key."), Optional.empty());
          } else {
            showModels(e, list.models());
          }
        });
  }

  private void showSent(Entry e) {
    testing.preview(
        e.id(),
        planned -> SentDialog.open(work.dialogs(), e.credential().details().name(), planned));
  }

  private void trust(Entry e, ServerCertificate certificate) {
    Runnable trust =
        () -> deeds.trust(e.credential(), certificate.sha256(), () -> testing.test(e.id()));
    if (certificate.pinned().isEmpty()) {
      trust.run();
      return;
    }
    work.dialogs()
        .confirm(
            new Question(
                CertificatePanel.trustNew(certificate) + "?",
                certificate.isBareKey()
                    ? tr(
                        "The server shows another key than the one you trusted. Trust it only if"
                            + " you know that the server got a new one.")
                    : tr(
                        "The server shows another certificate than the one you trusted. Trust it"
                            + " only if you know that the server got a new one."),
                CertificatePanel.trustNew(certificate),
                true),
            trust);
  }

  private void showTags(Credential credential) {
    tags.getChildren()
        .setAll(
            credential.details().tags().stream()
                .sorted(NameOrder.ofPeople())
                .map(DetailController::tag)
                .toList());
    tags.setManaged(!tags.getChildren().isEmpty());
  }

  private static Label tag(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("tag");
    label.setAccessibleText(tr("Tag {0}", text));
    return label;
  }

  private void showFacts(Entry e) {
    Credential credential = e.credential();
    facts.getChildren().clear();
    fact(tr("Notes"), credential.details().notes());
    e.expires()
        .ifPresent(day ->
            fact(
                tr("Expires"),
                TimeText.full(day)
                    + ", "
                    + TimeText.until(e.expires(), LocalDate.now(work.clock()))));
    fact(
        tr("Scheduled test"),
        ScheduleText.of(
            TestSchedule.of(credential.details(), work.session().groups().all()),
            testing.next(e.id()),
            work.clock()));
    fact(
        tr("Group"),
        new GroupPaths(work.session().groups().all()).of(credential.details().group()));
    var zone = work.clock().getZone();
    fact(
        tr("Secret"),
        credential.version() == 1
            ? tr("never changed")
            : count(
                credential.version() - 1,
                "changed once; the earlier one is kept",
                "changed {0} times; earlier ones are kept"));
    fact(tr("Created"), TimeText.full(credential.created(), zone));
    fact(tr("Last changed"), TimeText.full(credential.updated(), zone));
  }

  private void fact(String label, String value) {
    if (!value.isBlank()) {
      facts.getChildren().add(new PlainLine(label, value));
    }
  }

  @FXML
  void test() {
    entry.ifPresent(e -> testing.test(e.id()));
  }

  @FXML
  void edit() {
    entry.ifPresent(e -> edit.accept(e.id()));
  }

  @FXML
  void favourite() {
    entry.ifPresent(
        e -> deeds.setFavourite(List.of(e.credential()), !e.credential().details().favourite()));
  }

  @FXML
  void attach() {
    entry.ifPresent(e -> attachments.choose(e.id()));
  }

  @FXML
  void trash() {
    entry.ifPresent(e -> deeds.moveToTrash(List.of(e.credential())));
  }
}

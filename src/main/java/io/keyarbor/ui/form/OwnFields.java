package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.language.NameOrder;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The fields and files that a person keeps with a credential beside those of its service: to add,
 * to name anew, to change and to remove. For the JavaFX thread; whoever shows them calls {@link
 * #wipe()} when they are gone.
 */
public final class OwnFields extends VBox {
  private static final int MOST = 100;
  private static final String CODE_NAME = "totp";

  private final ServiceTemplate template;
  private final FileChoice files;
  private final Background background;
  private final FileLoading loading;
  private final VBox rows = new VBox();
  private final MenuButton add = new MenuButton(tr("Add a field"), new FontIcon("mdi2p-plus"));
  private final Label fault = new Label();
  private final List<Runnable> listeners = new ArrayList<>();
  private final RowActions actions = new RowActions();
  private boolean changed;
  private boolean over;

  /**
   * The fields of a credential that {@code template} does not have.
   *
   * @param plain all its plain values
   * @param stored names of all its secrets
   */
  public OwnFields(
      ServiceTemplate template,
      Map<String, String> plain,
      Set<String> stored,
      FileChoice files,
      Background background) {
    this.template = template;
    this.files = files;
    this.background = background;
    this.loading = new FileLoading(files, background);
    getStyleClass().add("own-fields");
    rows.getStyleClass().add("own-rows");
    Set<String> known = template.fields().stream().map(FieldSpec::name).collect(Collectors.toSet());
    plain.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted(NameOrder.ofPeople())
        .forEach(name ->
            rows.getChildren()
                .add(
                    OwnRow.plain(
                        OwnKind.ofPlain(plain.get(name)), name, plain.get(name), actions)));
    stored.stream()
        .filter(name -> !known.contains(name))
        .sorted(NameOrder.ofPeople())
        .forEach(name -> rows.getChildren().add(storedRow(name)));
    for (OwnKind kind : OwnKind.values()) {
      MenuItem item = new MenuItem(kind.label());
      item.setMnemonicParsing(false);
      item.setId("add-" + kind.name().toLowerCase(Locale.ROOT));
      item.setOnAction(e -> begin(kind));
      add.getItems().add(item);
    }
    add.setId("add-field");
    add.setMnemonicParsing(false);
    add.getStyleClass().addAll("flat", "small");
    fault.getStyleClass().add("field-fault");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(rows, add, fault);
    tell("");
    refresh();
  }

  private OwnRow storedRow(String name) {
    OwnKind kind = OwnKind.ofSecret(name);
    return kind == OwnKind.FILE
        ? OwnRow.storedFile(name.substring(Draft.ATTACHMENT.length()), actions)
        : OwnRow.stored(kind, name, actions);
  }

  /**
   * What is to be saved. Closing it wipes the secrets.
   *
   * @param plain values by field name
   * @param secrets that were entered, by field name
   * @param kept stored secrets that stay: the name each is to have, and the one it has
   */
  public record Entered(
      Map<String, String> plain, Map<String, Secret> secrets, Map<String, String> kept)
      implements AutoCloseable {
    /** Nothing. */
    public static final Entered NONE = new Entered(Map.of(), Map.of(), Map.of());

    /** Copies the maps, not the secrets. */
    public Entered {
      plain = Map.copyOf(plain);
      secrets = Map.copyOf(secrets);
      kept = Map.copyOf(kept);
    }

    @Override
    public void close() {
      secrets.values().forEach(Secret::close);
    }

    /** Names the fields only. */
    @Override
    public String toString() {
      return "Entered" + plain.keySet() + secrets.keySet() + kept;
    }
  }

  /** What is entered now. */
  public Entered entered() {
    Map<String, String> plain = new HashMap<>();
    Map<String, Secret> secrets = new HashMap<>();
    Map<String, String> kept = new HashMap<>();
    for (OwnRow row : all()) {
      if (!row.kind().isSecret()) {
        plain.put(row.field(), row.text());
      } else if (row.kept().isPresent()) {
        kept.put(row.field(), row.kept().get());
      } else {
        row.secret().ifPresent(secret -> secrets.put(row.field(), secret));
      }
    }
    return new Entered(plain, secrets, kept);
  }

  /** Names every fault at its field and moves the focus to the first; true if there is none. */
  public boolean check() {
    all().forEach(OwnRow::leave);
    refresh();
    Optional<OwnRow> first =
        all().stream()
            .filter(row -> !nameFault(row).isEmpty() || !row.valueFault().isEmpty())
            .findFirst();
    first.ifPresent(row -> row.focus(!nameFault(row).isEmpty()));
    return first.isEmpty();
  }

  /** Calls {@code listener} after each change that a person makes. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Whether the person changed anything. */
  public boolean isChanged() {
    return changed;
  }

  /** Zeroes all secrets. */
  public void wipe() {
    over = true;
    all().forEach(OwnRow::wipe);
  }

  private List<OwnRow> all() {
    return rows.getChildren().stream().map(OwnRow.class::cast).toList();
  }

  private String nameFault(OwnRow row) {
    Collection<String> others =
        all().stream().filter(other -> other != row).map(OwnRow::field).toList();
    if (row.hasOldName()) {
      return "";
    }
    return row.kind() == OwnKind.FILE
        ? OwnName.fileFault(row.label(), others)
        : OwnName.fault(row.label(), template, others);
  }

  private void begin(OwnKind kind) {
    switch (kind) {
      case TEXT, LINES -> begin(OwnRow.plain(kind, "", "", actions), true);
      case SECRET -> begin(OwnRow.secret(kind, "", actions), true);
      case CODE -> {
        boolean free =
            all().stream().noneMatch(row -> row.label().equalsIgnoreCase(CODE_NAME))
                && OwnName.fault(CODE_NAME, template, List.of()).isEmpty();
        begin(OwnRow.secret(kind, free ? CODE_NAME : "", actions), !free);
      }
      case FILE ->
          files
              .open(tr("Choose the file to attach"), Optional.empty())
              .ifPresent(path ->
                  background.run(
                      () -> AttachedFile.read(path),
                      this::attach,
                      failure -> tell(failure.getMessage())));
    }
  }

  private void begin(OwnRow row, boolean toName) {
    tell("");
    rows.getChildren().add(row);
    actions.changed();
    row.focus(toName);
  }

  private void attach(AttachedFile file) {
    if (over) {
      file.close();
      return;
    }
    String field = AttachedFile.field(file.name(), all().stream().map(OwnRow::field).toList());
    String name = field.substring(Draft.ATTACHMENT.length());
    begin(OwnRow.file(name, file.content(), actions), true);
  }

  private void tell(String message) {
    fault.setText(message);
    fault.setVisible(!message.isEmpty());
    fault.setManaged(!message.isEmpty());
  }

  private void refresh() {
    all().forEach(row -> row.show(nameFault(row), row.valueFault()));
    rows.setManaged(!rows.getChildren().isEmpty());
    add.setDisable(rows.getChildren().size() >= MOST);
  }

  private final class RowActions implements OwnRow.Actions {
    @Override
    public FileLoading loading() {
      return loading;
    }

    @Override
    public void changed() {
      changed = true;
      refresh();
      List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public void left() {
      refresh();
    }

    @Override
    public void remove(OwnRow row) {
      int at = rows.getChildren().indexOf(row);
      rows.getChildren().remove(row);
      row.wipe();
      changed();
      List<OwnRow> rest = all();
      if (rest.isEmpty()) {
        add.requestFocus();
      } else {
        rest.get(Math.min(at, rest.size() - 1)).focus(true);
      }
    }

    @Override
    public void failed(String message) {
      tell(message);
    }
  }
}

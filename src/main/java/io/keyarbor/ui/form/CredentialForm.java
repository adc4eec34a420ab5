package io.keyarbor.ui.form;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.Scrolling;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

/**
 * The form of a service, as its template says. Fields come and go with the choices they belong to
 * and keep what was typed. A fault is named at its field once the person left it. For the JavaFX
 * thread; whoever shows one calls {@link #wipe()} when it is gone.
 */
public final class CredentialForm extends VBox {
  private final FormModel model;
  private final Set<String> stored;
  private final Map<FieldSpec, FieldRow> rows = new LinkedHashMap<>();
  private final Map<FieldSpec, String> loadFaults = new HashMap<>();
  private final FileLoading loading;
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean changed;
  private boolean filling;

  /** An empty form. */
  public CredentialForm(ServiceTemplate template, FileChoice files, Background background) {
    this(template, Map.of(), Set.of(), files, background);
  }

  /**
   * The form of an existing credential.
   *
   * @param plain its plain values
   * @param stored names of the fields that hold a secret, which are shown as unchanged
   */
  public CredentialForm(
      ServiceTemplate template,
      Map<String, String> plain,
      Set<String> stored,
      FileChoice files,
      Background background) {
    this.model = new FormModel(template, plain);
    this.stored = Set.copyOf(stored);
    this.loading = new FileLoading(files, background);
    getStyleClass().add("credential-form");
    getStylesheets()
        .add(Objects.requireNonNull(CredentialForm.class.getResource("form.css")).toExternalForm());
    refresh();
  }

  /** What is entered: plain values, and secrets as copies for the caller to close. */
  public FieldValues values() {
    Map<String, Secret> secrets = new HashMap<>();
    for (FieldRow row : visibleRows().toList()) {
      row.input()
          .secret()
          .filter(field -> field.secretLengthProperty().get() > 0)
          .ifPresent(field -> secrets.put(row.field().name(), field.secret()));
    }
    return new FieldValues(model.values(), secrets);
  }

  /** Names of the fields whose stored secret stays as it is. */
  public Set<String> keptSecrets() {
    Set<String> kept = new TreeSet<>();
    visibleRows()
        .filter(row -> row.field().secret() && row.isKept())
        .forEach(row -> kept.add(row.field().name()));
    return kept;
  }

  /** Fills the form; the caller keeps and closes {@code values}. */
  public void setValues(FieldValues values) {
    values.plain().forEach(model::set);
    refresh();
    values.secrets().forEach(this::setSecret);
  }

  /** Makes a choice, so that its fields are shown, e.g. of a recognised key. */
  public void choose(String field, String value) {
    model.set(field, value);
    refresh();
  }

  /** Fills one secret field that is shown; the caller keeps {@code secret}. */
  public void setSecret(String field, Secret secret) {
    row(field).flatMap(row -> row.input().secret()).ifPresent(input -> input.setSecret(secret));
  }

  /** Fills the field that the credential is mostly about: the first secret one that is shown. */
  public void setMainSecret(Secret secret) {
    visibleRows()
        .filter(row -> row.field().secret())
        .findFirst()
        .ifPresent(row -> setSecret(row.field().name(), secret));
  }

  /** The plain values that are shown. */
  public Map<String, String> plain() {
    return model.values();
  }

  /** What is to be mended, in the order of the fields. */
  public List<FormFault> faults() {
    Set<String> filled = new TreeSet<>();
    visibleRows().filter(FieldRow::holdsSecret).forEach(row -> filled.add(row.field().name()));
    List<FormFault> faults =
        new ArrayList<>(model.faults(filled).stream().map(FormFault::of).toList());
    for (FieldRow row : visibleRows().toList()) {
      String problem = row.problem();
      if (!problem.isEmpty()) {
        faults.add(new FormFault(row.field().name(), problem));
      }
    }
    return faults;
  }

  /** Names every fault at its field and moves the focus to the first; true if there is none. */
  public boolean check() {
    visibleRows().forEach(FieldRow::leave);
    showFaults();
    List<FormFault> faults = faults();
    faults.stream()
        .findFirst()
        .flatMap(fault -> row(fault.field()))
        .ifPresent(row -> Scrolling.focus(row.input().target()));
    return faults.isEmpty();
  }

  /** Moves the focus to the first field that is not filled, or else to the first. */
  public void focusFirst() {
    List<FieldRow> shown = visibleRows().toList();
    shown.stream()
        .filter(row -> row.field().required() && isEmpty(row))
        .findFirst()
        .or(() -> shown.stream().findFirst())
        .ifPresent(row -> row.input().target().requestFocus());
  }

  /** Calls {@code listener} after each change that a person makes. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Whether the person changed anything. */
  public boolean isChanged() {
    return changed;
  }

  /** The host of the first address in the form, empty if there is none yet. */
  public String hostHint() {
    return model.hostHint();
  }

  /** The service. */
  public ServiceTemplate template() {
    return model.template();
  }

  /** Zeroes all secrets, also those of fields that are not shown. */
  public void wipe() {
    rows.values().forEach(row -> row.input().secret().ifPresent(field -> field.wipe()));
  }

  private Stream<FieldRow> visibleRows() {
    return model.visible().stream().map(this::rowOf);
  }

  private Optional<FieldRow> row(String name) {
    return visibleRows().filter(row -> row.field().name().equals(name)).findFirst();
  }

  private FieldRow rowOf(FieldSpec field) {
    FieldRow known = rows.get(field);
    if (known != null) {
      return known;
    }
    FieldInput input =
        FieldInputs.of(field, loading, () -> edited(field), fault -> loadEnded(field, fault));
    FieldRow row = new FieldRow(field, input, this::showFaults, this::told);
    rows.put(field, row);
    if (field.secret()) {
      row.setKept(stored.contains(field.name()));
    }
    return row;
  }

  private void edited(FieldSpec field) {
    FieldRow row = rows.get(field);
    if (row == null || filling) {
      return;
    }
    if (!field.secret()) {
      model.set(field.name(), row.input().text().get());
    }
    loadFaults.remove(field);
    if (row.makesCodes()) {
      // Nobody sees what was typed or pasted, so a fault is told at once.
      row.leave();
    }
    refresh();
    told();
  }

  private void told() {
    changed = true;
    showFaults();
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Shows the fields that the choices call for, with their values. */
  private void refresh() {
    filling = true;
    List<FieldRow> shown = visibleRows().toList();
    for (FieldRow row : shown) {
      String value = model.value(row.field().name());
      if (!row.field().secret() && !value.equals(row.input().text().get())) {
        row.input().show().accept(value);
      }
    }
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    filling = false;
  }

  private void loadEnded(FieldSpec field, String fault) {
    loadFaults.put(field, fault);
    rowOf(field).leave();
    showFaults();
  }

  private void showFaults() {
    Collection<FormFault> faults = faults();
    visibleRows()
        .filter(FieldRow::wasLeft)
        .forEach(row ->
            row.showFault(
                Optional.ofNullable(loadFaults.get(row.field()))
                    .filter(fault -> !fault.isEmpty())
                    .or(() ->
                        faults.stream()
                            .filter(f -> f.field().equals(row.field().name()))
                            .findFirst()
                            .map(FormFault::message))
                    .orElse("")));
  }

  private boolean isEmpty(FieldRow row) {
    return row.field().secret() ? !row.holdsSecret() : model.value(row.field().name()).isEmpty();
  }
}

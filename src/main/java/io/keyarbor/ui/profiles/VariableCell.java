package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile.Variable;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One variable of a profile: its name, and where it takes its value from. */
final class VariableCell extends ListCell<Variable> {
  private final Workspace work;
  private final Variables variables;
  private final Consumer<Variable> change;
  private final Consumer<Variable> remove;

  VariableCell(
      Workspace work, Variables variables, Consumer<Variable> change, Consumer<Variable> remove) {
    this.work = work;
    this.variables = variables;
    this.change = change;
    this.remove = remove;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Variable variable, boolean empty) {
    super.updateItem(variable, empty);
    setText(null);
    boolean none = empty || variable == null || work.session().isLocked();
    setGraphic(none ? null : line(variable));
  }

  private HBox line(Variable variable) {
    Optional<Credential> credential = work.session().credentials().find(variable.credential());
    Optional<ServiceTemplate> template =
        credential.flatMap(c -> work.catalogue().find(c.details().serviceType()));
    Label name = new Label(variable.name());
    name.getStyleClass().add("mono");
    name.setTooltip(new Tooltip(variable.name()));
    Label source = new Label(source(variable, credential));
    source.setTooltip(new Tooltip(source.getText()));
    boolean broken = credential.filter(c -> c.trashed().isEmpty()).isEmpty();
    source.getStyleClass().add(broken ? "variable-broken" : "hint");
    VBox words = new VBox(name, source);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    IconButton edit =
        new IconButton(
            "mdi2p-pencil-outline",
            tr("Change {0}", variable.name()),
            () -> change.accept(variable));
    IconButton drop =
        new IconButton(
            "mdi2c-close", tr("Remove {0}", variable.name()), () -> remove.accept(variable));
    edit.setMinWidth(Region.USE_PREF_SIZE);
    drop.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(new ServiceIcon(template, 1.85), words, edit, drop);
    line.getStyleClass().add("variable");
    line.setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(variable.name() + ", " + source.getText());
    return line;
  }

  private String source(Variable variable, Optional<Credential> credential) {
    return credential
        .map(c ->
            (c.trashed().isPresent()
                    ? tr("{0} (in the trash: restore it to use this)", c.details().name())
                    : c.details().name())
                + " · "
                + variables.label(variable.value(), c.details().serviceType()))
        .orElse(tr("Its credential was deleted. Choose another one, or remove the variable."));
  }
}

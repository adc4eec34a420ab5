package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.profiles.Variables.Offer;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** In which profiles a new credential is used, and what its variables are called there. */
public final class ProfileChoice extends VBox {
  private final Map<Profile, CheckBox> boxes = new LinkedHashMap<>();
  private final Map<Offer, TextField> names = new LinkedHashMap<>();
  private final VBox rows = new VBox();
  private final Label note = new Label();
  private List<Offer> offers = List.of();

  /** Offers {@code profiles}; none is chosen at first. */
  public ProfileChoice(List<Profile> profiles) {
    getStyleClass().add("profile-choice");
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("choices");
    profiles.stream()
        .sorted(Comparator.comparing(Profile::name, NameOrder.ofPeople()))
        .forEach(profile -> {
          CheckBox box = new CheckBox(profile.name());
          box.getStyleClass().add("elides");
          box.setMnemonicParsing(false);
          box.setAccessibleText(tr("Use it in the profile {0}", profile.name()));
          box.selectedProperty().subscribe(chosen -> changed());
          boxes.put(profile, box);
          flow.getChildren().add(box);
        });
    rows.getStyleClass().add("profile-names");
    note.getStyleClass().add("field-help");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(flow, rows, note);
    changed();
  }

  /**
   * What was chosen.
   *
   * @param offers with the names that the variables get
   */
  public record Joining(List<ProfileId> profiles, List<Offer> offers) {
    /** In no profile. */
    public static Joining none() {
      return new Joining(List.of(), List.of());
    }

    /**
     * Puts {@code credential} into the profiles. A profile that is gone is passed over, and a name
     * that is taken there stays as it is. Writes the disk.
     */
    public void apply(Session session, CredentialId credential) {
      List<Variable> variables =
          offers.stream().map(o -> new Variable(o.name(), credential, o.value())).toList();
      session.profiles().all().stream()
          .filter(profile -> profiles.contains(profile.id()))
          .map(profile -> Variables.add(profile, variables))
          .filter(addition -> !addition.added().isEmpty())
          .forEach(addition -> session.profiles().change(addition.profile()));
    }
  }

  /** What the credential offers now; names that a person typed stay. */
  public void offer(List<Offer> usual) {
    if (usual.equals(offers)) {
      return;
    }
    offers = usual;
    names.clear();
    rows.getChildren().clear();
    for (Offer offer : usual) {
      TextField name = new TextField(offer.name());
      name.getStyleClass().add("mono");
      name.setAccessibleText(tr("Name of the variable for {0}", offer.label()));
      name.textProperty().subscribe(text -> changed());
      Label label = new Label(offer.label());
      label.getStyleClass().add("field-help");
      label.setLabelFor(name);
      rows.getChildren().add(new VBox(name, label));
      names.put(offer, name);
    }
    changed();
  }

  private List<Profile> chosen() {
    return boxes.entrySet().stream()
        .filter(e -> e.getValue().isSelected())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void changed() {
    boolean any = !chosen().isEmpty();
    rows.setVisible(any);
    rows.setManaged(any);
    note.setText(note(any));
    note.setManaged(!note.getText().isEmpty());
  }

  private String note(boolean any) {
    if (boxes.isEmpty()) {
      return tr("There is no profile yet. The window's menu has them under Profiles.");
    }
    if (!any) {
      return tr("Programs that run with a profile get what it holds as environment variables.");
    }
    return fault().or(this::taken).orElse(tr("Empty a name to leave that variable out."));
  }

  /** What keeps these names from being used. */
  public Optional<String> fault() {
    return typed().stream()
        .map(Offer::name)
        .filter(name -> !chosen().isEmpty() && !Profile.isVariableName(name))
        .findFirst()
        .map(name ->
            tr("“{0}” cannot name a variable: use letters, digits and _, no digit first.", name));
  }

  private Optional<String> taken() {
    for (Profile profile : chosen()) {
      for (Variable variable : profile.variables()) {
        if (typed().stream().anyMatch(o -> o.name().equals(variable.name()))) {
          return Optional.of(
              tr("{0} has a {1} already, which stays as it is.", profile.name(), variable.name()));
        }
      }
    }
    return Optional.empty();
  }

  private List<Offer> typed() {
    List<Offer> typed = new ArrayList<>();
    names.forEach((offer, field) -> {
      String name = field.getText().strip();
      if (!name.isEmpty()) {
        typed.add(new Offer(offer.value(), offer.label(), name));
      }
    });
    return typed;
  }

  /** What is chosen now. */
  public Joining joining() {
    return new Joining(chosen().stream().map(Profile::id).toList(), typed());
  }
}

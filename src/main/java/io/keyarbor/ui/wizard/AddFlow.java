package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.form.CredentialForm;
import io.keyarbor.ui.profiles.ProfileChoice;
import io.keyarbor.ui.profiles.ProfileChoice.Joining;
import io.keyarbor.ui.profiles.Variables;
import io.keyarbor.vault.Details;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/** Adding a credential, in three pages. */
final class AddFlow extends Flow {
  private final ServiceStep service;
  private final AboutStep about;
  private final ProfileChoice profiles;
  private Optional<ConnectStep> connect = Optional.empty();
  private int page;

  AddFlow(Surroundings around) {
    super(around, List.of(tr("Service"), tr("Connection"), tr("Name")));
    service = new ServiceStep(around, this::choose);
    profiles = new ProfileChoice(around.session().profiles().all());
    about =
        new AboutStep(
            About.named(""),
            around.session().groups().all(),
            around.clock(),
            Optional.of(profiles));
  }

  void open() {
    frame()
        .view()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (page == 0) {
                service.pressed(event);
              }
            });
    open(tr("Add a credential"));
    show(0);
  }

  @Override
  Collection<Step> steps() {
    return Stream.concat(Stream.of(service, about), connect.stream()).toList();
  }

  @Override
  Question beforeLoss() {
    return new Question(
        tr("Discard the new credential?"),
        tr("What you entered is not saved and will be lost."),
        tr("Discard"),
        true);
  }

  @Override
  public void back() {
    show(page - 1);
  }

  @Override
  public void next() {
    if (page == 1 && connect.orElseThrow().check()) {
      show(2);
    } else if (page == 2 && about.check()) {
      Joining joining = profiles.joining();
      Saver saver = new Saver(around().session());
      save(connect.orElseThrow(), about, gathered -> saver.add(gathered, joining));
    }
  }

  private void choose(ServiceTemplate template, Optional<Guess> guess) {
    if (connect.filter(step -> step.form().template().equals(template)).isEmpty()) {
      connect.ifPresent(Step::wipe);
      connect = Optional.of(new ConnectStep(around(), template, Optional.empty()));
    }
    service.hand(connect.orElseThrow(), guess);
    show(1);
  }

  private void show(int number) {
    page = number;
    switch (number) {
      case 0 -> frame().show(0, List.of(service), "");
      case 1 -> frame().show(1, List.of(connect.orElseThrow()), tr("Next"));
      default -> showAbout(connect.orElseThrow());
    }
  }

  /** The names are there before the secrets are saved. */
  private void offerVariables(CredentialForm form) {
    try (FieldValues entered = form.values()) {
      Details details =
          about
              .about()
              .details(
                  form.template().serviceType(),
                  Optional.empty(),
                  entered.plain(),
                  new TlsTrust.SystemTrust());
      profiles.offer(
          new Variables(around().catalogue()).usual(details, entered.secrets().keySet()));
    }
  }

  private void showAbout(ConnectStep step) {
    List<String> taken =
        around().session().credentials().all().stream().map(c -> c.details().name()).toList();
    about.proposeName(
        NameProposal.of(step.form().template().displayName(), step.form().hostHint(), taken));
    about.proposeExpiry(step.test().verdict());
    offerVariables(step.form());
    frame().show(2, List.of(about), tr("Save"));
    warn(step.test());
  }
}

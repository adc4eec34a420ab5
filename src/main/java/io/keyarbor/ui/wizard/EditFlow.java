package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.vault.Credential;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Editing a credential, all on one page. */
final class EditFlow extends Flow {
  private final Credential before;
  private final ConnectStep connect;
  private final AboutStep about;

  EditFlow(Surroundings around, ServiceTemplate template, Credential before) {
    super(around, List.of(tr("Edit")));
    this.before = before;
    connect = new ConnectStep(around, template, Optional.of(before));
    about =
        new AboutStep(
            About.of(before.details()),
            around.session().groups().all(),
            around.clock(),
            Optional.empty());
  }

  void open() {
    open(tr("Edit “{0}”", before.details().name()));
    frame().show(0, List.of(connect, about), tr("Save"));
  }

  @Override
  Collection<Step> steps() {
    return List.of(connect, about);
  }

  @Override
  Question beforeLoss() {
    return new Question(
        tr("Discard your changes?"), tr("The credential stays as it was."), tr("Discard"), true);
  }

  @Override
  void told(Credential saved) {
    around().edits().undoable(savedWords(saved), List.of(before), List.of(saved));
  }

  @Override
  public void back() {
    throw new IllegalStateException("there is one page only");
  }

  @Override
  public void next() {
    if (connect.check() && about.check()) {
      Saver saver = new Saver(around().session());
      save(connect, about, gathered -> saver.edit(before, gathered));
    }
  }
}

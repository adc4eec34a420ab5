package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.TemplateFault;
import io.keyarbor.ui.dialog.Dialogs.Action;
import io.keyarbor.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/** Follows the person's own service templates, and tells of those that are left out. */
final class TemplateNews {
  private final Workspace work;
  private final Runnable show;
  private final Runnable stop;
  private List<TemplateFault> told = List.of();

  /**
   * Follows until {@link #close}.
   *
   * @param changed called on the JavaFX thread when templates are other ones than before
   * @param show opens the screen of the templates
   */
  TemplateNews(Workspace work, Runnable changed, Runnable show) {
    this.work = work;
    this.show = show;
    stop = work.catalogue().onChange(() -> Platform.runLater(() -> follow(changed)));
  }

  private void follow(Runnable changed) {
    if (!work.session().isLocked()) {
      changed.run();
      tell();
    }
  }

  /** Tells of each fault once, and again when it is another one. */
  void tell() {
    List<TemplateFault> now = work.catalogue().faults();
    long files = now.stream().map(TemplateFault::file).distinct().count();
    if (files > 0 && !now.equals(told)) {
      work.dialogs()
          .toast(
              count(
                  files,
                  "One of your service templates has a fault and is left out.",
                  "{0} of your service templates have faults and are left out."),
              Optional.of(new Action(tr("Show"), show)));
    }
    told = now;
  }

  void close() {
    stop.run();
  }
}

package io.keyarbor.ui.gallery;

import static io.keyarbor.ui.gallery.Gallery.at;
import static io.keyarbor.ui.gallery.Gallery.then;

import io.keyarbor.ui.gallery.View.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What takes credentials in from elsewhere, and gives them out. */
final class Transfers {
  private Transfers() {}

  static List<View> all() {
    return List.of(
        at(Start.OPEN, "import", g -> g.menu("Import…")),
        at(Start.OPEN, "import-columns", Transfers::importColumns),
        at(Start.OPEN, "import-preview", g -> then(g, Transfers::importColumns, "Preview")),
        at(Start.OPEN, "export", g -> g.menu("Export…")),
        at(Start.OPEN, "export-done", Transfers::exported),
        at(Start.OPEN, "sweep", g -> g.menu("Sweep this computer…")),
        at(Start.OPEN, "sweep-found", Transfers::sweepFound),
        // These leave credentials behind, so they come last.
        at(Start.OPEN, "import-done", Transfers::imported),
        at(Start.OPEN, "sweep-replace", Transfers::sweepReplace),
        at(Start.OPEN, "sweep-done", Transfers::sweepDone));
  }

  private static void importColumns(Guide g) {
    g.app()
        .pointAt(
            write(
                g.folder().resolve("Übernahme aus der Außenstelle.csv"),
                """
                folder,title,username,password,url,what nobody knows
                Rechenzentrum,Router der Außenstelle Süd mit langem Namen,admin,visibly-fake-1,https://router.example/a/very/long/path/to/somewhere,x
                Work/Docs,Wiki,me,visibly-fake-2,https://wiki.example,b
                Too,many,cells,here,are,in,this
                """));
    g.menu("Import…");
    g.click("#import-choose");
    g.person().see("#column-0");
  }

  private static void imported(Guide g) {
    importColumns(g);
    g.click("#transfer-next");
    g.person().see(".tick-list");
    g.click("#transfer-next");
    g.person().see(".done");
  }

  private static void exported(Guide g) {
    g.menu("Export…");
    g.app().pointAt(g.folder().resolve("Übergabe an die Außenstelle Süd.keyarbor-bundle"));
    g.person().fill("#export-password", "an owl reads maps at night");
    g.person().fill("#export-again", "an owl reads maps at night");
    g.click("#export-go");
    g.person().see(".done");
  }

  private static void sweepFound(Guide g) {
    Path project = g.folder().resolve("a-project-with-a-long-name/in/a/folder/deep/below");
    write(project.resolve(".env"), "ANTHROPIC_API_KEY=sk-ant-visibly-fake-0000000000000000\n");
    g.app().pointAt(project);
    g.menu("Sweep this computer…");
    g.click("#sweep-add-folder", "#sweep-next");
    g.person().see("Test chosen");
  }

  private static void sweepReplace(Guide g) {
    sweepFound(g);
    g.click("#sweep-next");
    g.person().see("#replace-tools");
  }

  private static void sweepDone(Guide g) {
    sweepReplace(g);
    g.click("#sweep-next");
    g.person().see(".done");
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

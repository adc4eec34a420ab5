package io.keyarbor.ui.gallery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page that shows all pictures small: a row for each window, a column for each look. */
final class ContactSheet {
  private ContactSheet() {}

  /** Of the pictures that lie in {@code folder}, in a folder for each look. */
  static String of(Path folder) {
    StringBuilder html =
        new StringBuilder(
            """
            <!DOCTYPE html>
            <meta charset="utf-8"><title>Every window</title>
            <style>body { font: 14px sans-serif; } figure { display: inline-block; margin: 0 1em 1em 0; }
            img { width: 30em; border: 1px solid #ccc; }</style>
            """);
    for (View view : Gallery.all()) {
      List<Dress> taken =
          Dress.all().stream()
              .filter(dress -> Files.exists(folder.resolve(picture(view, dress))))
              .toList();
      if (!taken.isEmpty()) {
        html.append("<h2>").append(view.name()).append("</h2>\n");
        taken.forEach(dress -> html.append(figure(view, dress)));
      }
    }
    return html.toString();
  }

  /** The file of a picture, with slashes. */
  static String picture(View view, Dress dress) {
    return dress + "/" + view.name() + ".png";
  }

  private static String figure(View view, Dress dress) {
    return """
    <figure><a href="%1$s"><img src="%1$s" loading="lazy" alt="%2$s in %3$s"></a>\
    <figcaption>%3$s</figcaption></figure>
    """
        .formatted(picture(view, dress), view.name(), dress);
  }
}

package io.keyarbor.ui.gallery;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page that shows all pictures small: a row for each window, a column for each look. */
final class ContactSheet {
  private final Map<String, Map<String, Path>> rows = new LinkedHashMap<>();

  void add(String window, String look, Path picture) {
    rows.computeIfAbsent(window, w -> new LinkedHashMap<>()).put(look, picture);
  }

  String html() {
    StringBuilder html =
        new StringBuilder(
            """
            <!DOCTYPE html>
            <meta charset="utf-8"><title>Every window</title>
            <style>body { font: 14px sans-serif; } figure { display: inline-block; margin: 0 1em 1em 0; }
            img { width: 30em; border: 1px solid #ccc; }</style>
            """);
    rows.forEach((window, looks) -> {
      html.append("<h2>").append(window).append("</h2>\n");
      looks.forEach((look, picture) -> {
        String address = picture.toString().replace('\\', '/');
        html.append(
            "<figure><a href=\"%s\"><img src=\"%s\" loading=\"lazy\" alt=\"%s in %s\"></a>"
                .formatted(address, address, window, look));
        html.append("<figcaption>").append(look).append("</figcaption></figure>\n");
      });
    });
    return html.toString();
  }
}

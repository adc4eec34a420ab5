package io.keyarbor.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/**
 * Run by the build: puts each style sheet into JavaFX's binary form, which it looks for first and
 * reads several times faster.
 */
public final class StyleSheetsMain {
  private StyleSheetsMain() {}

  /** Entry point; the argument is a folder whose style sheets are replaced. */
  public static void main(String[] args) throws IOException {
    try (var files = Files.walk(Path.of(args[0]))) {
      for (Path sheet : files.filter(f -> f.toString().endsWith(".css")).toList()) {
        File binary = new File(sheet.toString().replaceFirst("\\.css$", ".bss"));
        Stylesheet.convertToBinary(sheet.toFile(), binary);
        Files.delete(sheet);
      }
    }
  }
}

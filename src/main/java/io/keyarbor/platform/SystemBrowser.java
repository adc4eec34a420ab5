package io.keyarbor.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens pages with the program that the system has for them. */
public final class SystemBrowser implements PageOpener {
  private final String os;

  /** The browser of this system. */
  public SystemBrowser() {
    this(System.getProperty("os.name"));
  }

  /** The browser of a system as the property {@code os.name} says it. */
  SystemBrowser(String os) {
    this.os = os.toLowerCase(Locale.ROOT);
  }

  /** Without a shell, so that nothing in the address is run. */
  @Override
  public void open(URI page) throws IOException {
    start(command(page));
  }

  @Override
  public void openDocument(Path document, String anchor) throws IOException {
    start(program(URI.create(document.toUri() + "#" + anchor)));
  }

  private static void start(List<String> command) throws IOException {
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The program and its arguments. */
  List<String> command(URI page) {
    if (!"https".equalsIgnoreCase(page.getScheme()) && !"http".equalsIgnoreCase(page.getScheme())) {
      throw new IllegalArgumentException("only pages of the web are opened");
    }
    return program(page);
  }

  private List<String> program(URI page) {
    String address = page.toASCIIString();
    if (os.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(os.startsWith("mac") ? "open" : "xdg-open", address);
  }
}

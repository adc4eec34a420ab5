package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemBrowserTest {
  private static final URI PAGE = URI.create("https://example.com/keys?a=b&c=%22d");

  @Test
  void eachSystemHasItsOwnProgramAndTheAddressIsOneArgument() {
    String address = PAGE.toString();
    assertEquals(List.of("xdg-open", address), new SystemBrowser("Linux").command(PAGE));
    assertEquals(List.of("open", address), new SystemBrowser("Mac OS X").command(PAGE));
    assertEquals(
        List.of("rundll32", "url.dll,FileProtocolHandler", address),
        new SystemBrowser("Windows 11").command(PAGE));
  }

  @Test
  void nothingButThePagesOfTheWebIsOpened() {
    SystemBrowser browser = new SystemBrowser("Linux");
    for (String other : List.of("file:///etc/passwd", "ssh://example.com", "relative")) {
      assertThrows(IllegalArgumentException.class, () -> browser.command(URI.create(other)));
    }
  }
}

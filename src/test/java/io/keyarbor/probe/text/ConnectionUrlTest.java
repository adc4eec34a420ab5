package io.keyarbor.probe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection URL holds a password, of which no part may end up in plain sight. */
class ConnectionUrlTest {
  private static String shown(String template, String url) {
    return new Renderer(name -> Value.secret(url)).render(template).text();
  }

  @Test
  void itsPartsAreRead() {
    String url = "postgresql://ada:demo%2Ffake%40@db.example:6432/main?sslmode=require";
    ConnectionUrl read = ConnectionUrl.readSecret(url);
    assertEquals("ada", read.part("user"));
    assertEquals("demo/fake@", read.part("password"));
    assertEquals(
        "db.example:6432/main",
        shown("{u|part:host|public}:{u|part:port|public}/{u|part:path|public}", url));
    assertEquals("require", read.part("query-sslmode"));
    assertEquals(
        "::1",
        ConnectionUrl.readSecret("redis://:demo@[::1]:6379")
            .part("host")
            .replaceAll("[\\[\\]]", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:demo/fake@db.example/main",
        "postgresql://ada:demo?fake@db.example/main",
        "postgresql://ada:demo#fake@db.example/main",
        "postgresql://ada:de@mo/fake@db.example/main",
        "demofake"
      })
  void aPasswordThatEndsTooSoonIsNotTakenForAnAddress(String url) {
    for (String part : new String[] {"host", "port", "path", "user"}) {
      BadInput refused =
          assertThrows(BadInput.class, () -> shown("{u|part:" + part + "|public}", url));
      assertFalse(refused.getMessage().contains("fake"), refused.getMessage());
      assertTrue(refused.getMessage().startsWith("The connection URL h"), refused.getMessage());
    }
  }
}

package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RawServer;
import io.keyarbor.probe.text.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A server that pretends to be a database gets neither the password nor a file. */
class RogueDatabaseTest {
  private static final String PASSWORD = "demo-rogue";

  private final List<String> heard = new CopyOnWriteArrayList<>();

  private static Visitor at(RawServer server, String driver) {
    return Visitor.at("jdbc", server.port())
        .with("driver", driver)
        .with("username", "ada")
        .with("password", PASSWORD)
        .with("tls", "off")
        .hasty();
  }

  /** A packet of MariaDB's protocol: its length, its number, its content. */
  private static void packet(RawServer.Wire wire, int number, String content) throws IOException {
    wire.text("" + (char) content.length() + "\0\0" + (char) number + content);
  }

  private void hear(RawServer.Wire wire) throws IOException {
    InputStream in = wire.socket().getInputStream();
    int length = in.read() | in.read() << 8 | in.read() << 16;
    in.read();
    if (length < 0) {
      throw new EOFException();
    }
    heard.add(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  private static String greeting() {
    // Version, thread, first half of the scramble, capabilities, character set, status,
    // more capabilities, length of the scramble, ten bytes, its second half, method.
    return "\n10.11.0-MariaDB\0\1\0\0\0abcdefgh\0\u00ff\u00f7!\2\0\u00ff\u0081\u0015"
        + "\0".repeat(10)
        + "abcdefghijkl\0mysql_native_password\0";
  }

  @Test
  void aRequestForThePasswordInClearIsRefused() throws Exception {
    try (RawServer server =
        RawServer.speaking(wire -> {
          packet(wire, 0, greeting());
          hear(wire);
          packet(wire, 2, "\u00femysql_clear_password\0");
          hear(wire);
        })) {
      Reply reply = at(server, "mariadb").visit();
      assertEquals("1251", reply.code(), "the method is not supported");
      assertEquals(1, server.connections());
    }
    assertTrue(heard.getFirst().contains("ada"), "it did log in: " + heard);
    assertFalse(String.join("", heard).contains(PASSWORD), heard.toString());
  }

  @Test
  void aRequestForAFileIsRefused() throws Exception {
    try (RawServer server =
        RawServer.speaking(wire -> {
          packet(wire, 0, greeting());
          hear(wire);
          packet(wire, 2, "\0\0\0\2\0\0\0");
          for (; ; ) {
            hear(wire);
            packet(wire, 1, "\u00fb/etc/passwd");
          }
        })) {
      at(server, "mariadb").visit();
    }
    assertFalse(String.join("", heard).contains("root:"), heard.toString());
  }

  @Test
  void postgreSqlIsNotToldThePasswordInClearEither() throws Exception {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    try (RawServer server =
        RawServer.speaking(wire -> {
          wire.text("R\0\0\0\b\0\0\0\3");
          wire.socket().getInputStream().transferTo(got);
        })) {
      assertThrows(BadInput.class, () -> at(server, "postgresql").visit());
    }
    assertFalse(got.toString(StandardCharsets.ISO_8859_1).contains(PASSWORD));
  }
}

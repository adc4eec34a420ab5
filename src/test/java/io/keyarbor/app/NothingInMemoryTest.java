package io.keyarbor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.keyarbor.platform.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After locking, the objects of the running app hold no secret and no master password. */
class NothingInMemoryTest {
  private static final List<Charset> FORMS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private final String password = "pw-" + UUID.randomUUID();
  private final String secret = "s1-" + UUID.randomUUID();
  private final String next = "s2-" + UUID.randomUUID();
  private TemporaryFolder folder;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    folder = TemporaryFolder.create("memory");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean right =
              ("Basic " + basic(secret))
                  .equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              "{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(right ? 200 : 401, right ? body.length : -1);
          if (right) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    folder.close();
  }

  @Test
  void aHeapDumpOfTheLockedAppHoldsNoSecret() throws Exception {
    Path dump = useLockAndDump();
    assertTrue(
        holds(dump, "CANARY-BYTES", StandardCharsets.UTF_8),
        "the search finds bytes that are there");
    assertTrue(
        holds(dump, "CANARY-CHARS", StandardCharsets.UTF_16BE),
        "the search finds characters that are there");
    List<String> found = new ArrayList<>();
    for (Charset form : FORMS) {
      for (String marker : List.of(password, secret, next, basic(secret), basic(next))) {
        if (holds(dump, marker, form)) {
          found.add(marker + " as " + form);
        }
      }
    }
    assertEquals(List.of(), found);
    Files.delete(dump);
    assertEquals(List.of(), filesThatHoldAny(List.of(password, secret, next, "Watched")));
  }

  /** What the app wrote on the way: vault, backups, settings, counters. */
  private List<String> filesThatHoldAny(List<String> markers) throws IOException {
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(folder.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String marker : markers) {
          for (Charset form : FORMS) {
            if (holds(file, marker, form)) {
              found.add(file + " holds " + marker + " as " + form);
            }
          }
        }
      }
    }
    return found;
  }

  private Path useLockAndDump() throws Exception {
    Path output = folder.path().resolve("output");
    Process app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                UsedAndLocked.class.getName(),
                folder.path().toString(),
                "http://127.0.0.1:" + server.getAddress().getPort())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (OutputStream in = app.getOutputStream()) {
      in.write((password + "\n" + secret + "\n" + next + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (!app.waitFor(120, TimeUnit.SECONDS)) {
      app.destroyForcibly();
    }
    assertEquals(0, app.exitValue(), Files.readString(output));
    return folder.path().resolve("locked.hprof");
  }

  private static String basic(String password) {
    return Base64.getEncoder()
        .encodeToString(("reader:" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the dump in pieces that overlap by a marker's length. */
  private static boolean holds(Path dump, String marker, Charset form) throws IOException {
    byte[] wanted = marker.getBytes(form);
    try (FileChannel channel = FileChannel.open(dump)) {
      ByteBuffer piece = ByteBuffer.allocate(8 << 20);
      long at = 0;
      while (channel.read(piece.clear(), at) > wanted.length) {
        if (indexOf(piece.array(), piece.position(), wanted) >= 0) {
          return true;
        }
        at += piece.position() - wanted.length;
      }
      return false;
    }
  }

  private static int indexOf(byte[] text, int length, byte[] wanted) {
    for (int i = 0; i <= length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && text[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}

package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.local.LocalVault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads the files learns no name, host, user, tag, note, service or secret. */
class NothingReadableTest {
  private static final String MARK = "MarkerText";

  @TempDir Path folder;

  /** The process whose files are looked at; each line it says is a moment to look. */
  static final class Child {
    private static int markers;

    private Child() {}

    /** A text that occurs nowhere else. */
    private static String mark(String what) {
      return MARK + what + markers++;
    }

    /** Entry point. */
    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      LocalVault vault = TestVaults.vault(folder.resolve("state"), Runnable::run);
      Path file = folder.resolve("data/vault");
      UnlockKey first = TestVaults.key(mark("password"), mark("keyfile"));
      UnlockKey second = TestVaults.key(mark("password"));
      Session session = vault.create(file, mark("vault"), first);
      look("created");
      Credentials credentials = session.credentials();
      Group group = session.groups().add(mark("group"), Optional.empty());
      Group inner = session.groups().add(mark("group"), Optional.of(group.id()));
      List<Credential> added = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        added.add(credentials.add(details(inner), secrets(mark("field"), mark("secret"))));
        credentials.recordTest(added.getLast().id(), 1, verdict(Reason.BAD_CREDENTIAL));
        credentials.recordTest(added.getLast().id(), 1, verdict(Reason.OK));
      }
      look("added");
      for (Credential c : List.copyOf(credentials.all()).subList(0, 20)) {
        credentials.edit(c, details(group), secrets(mark("field"), mark("secret")), Set.of());
      }
      look("edited");
      List<CredentialId> ids = added.stream().map(Credential::id).toList();
      credentials.moveToTrash(ids.subList(10, 30));
      credentials.restore(ids.subList(10, 15));
      credentials.purge(ids.subList(20, 30));
      session.groups().delete(inner.id());
      look("deleted");
      session.changePassword(first, second);
      session.backups().create();
      look("password changed");
      vault.lock();
      look("locked");
      vault.unlock(file, second, false);
      look("unlocked");
    }

    private static void look(String moment) throws IOException {
      System.out.println(moment);
      System.in.read();
    }

    private static Details details(Group group) {
      return new Details(
          mark("name"),
          mark("service"),
          Optional.of(group.id()),
          Map.of("host", mark("host"), mark("plainfield"), mark("user")),
          Set.of(mark("tag"), mark("other")),
          true,
          mark("note"),
          Optional.empty(),
          new TlsTrust.Authorities(mark("pem")));
    }

    private static Verdict verdict(Reason reason) {
      return new Verdict(
          reason,
          mark("detail"),
          Instant.now(),
          Duration.ZERO,
          Map.of(mark("label"), mark("identity")),
          List.of(mark("scope")),
          new Expiry.Unknown(),
          List.of(mark("model")),
          Optional.empty());
    }
  }

  @Test
  void noFileHoldsAWordOfIt() throws Exception {
    Path temp = Files.createDirectory(folder.resolve("tmp"));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temp,
                "-Duser.home=" + folder,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .directory(folder.toFile())
            .start();
    List<String> moments = new ArrayList<>();
    try (BufferedReader lines = VaultChild.lines(child)) {
      for (String moment = lines.readLine(); moment != null; moment = lines.readLine()) {
        moments.add(moment);
        assertEquals(List.of(), readable(), moment);
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
      }
    } finally {
      VaultChild.end(child);
    }
    assertEquals(0, child.exitValue());
    assertEquals(7, moments.size(), moments.toString());
    assertEquals(List.of(), readable(), "after its end");
    assertTrue(folder.resolve("data/vault.backups").toFile().list().length > 1);
  }

  @Test
  void theSearchFindsWhatIsThere() throws Exception {
    for (Charset charset : charsets()) {
      Path file = folder.resolve(charset.name());
      Files.write(file, ("....." + MARK + "x").getBytes(charset));
      assertEquals(List.of(folder.relativize(file).toString()), readable());
      Files.delete(file);
    }
    Path named = Files.createFile(folder.resolve("a" + MARK));
    assertEquals(List.of(folder.relativize(named).toString()), readable());
  }

  private static List<Charset> charsets() {
    return List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  /** Files that hold the mark, or have it in their names. */
  private List<String> readable() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      try {
        return readableNow();
      } catch (NoSuchFileException | UncheckedIOException e) {
        // A backup got its final name while we looked; look at all of them again.
      }
    }
    throw new IOException("the files do not come to rest");
  }

  private List<String> readableNow() throws IOException {
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean holds =
            charsets().stream()
                .map(charset -> new String(MARK.getBytes(charset), StandardCharsets.ISO_8859_1))
                .anyMatch(content::contains);
        if (holds || name.contains(MARK)) {
          found.add(name);
        }
      }
    }
    return found;
  }
}

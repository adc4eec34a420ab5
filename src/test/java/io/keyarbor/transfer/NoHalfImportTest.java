package io.keyarbor.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is in the vault whole or not at all, and an export on the disk. */
class NoHalfImportTest {
  /** {@code -Dkeyarbor.kills=50} for more. */
  private static final int KILLS = Math.min(Integer.getInteger("keyarbor.kills", 4), 50);

  @TempDir Path folder;

  @Test
  void aKilledImportLeavesAllOrNothing() throws Exception {
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    vault.create(folder.resolve("vault"), "Mine", TestVaults.key("pw"));
    vault.lock();
    Random random = new Random();
    for (int round = 0; round < KILLS; round++) {
      boolean said = killedWithin(random.nextInt(400_000));
      Session session = vault.unlock(folder.resolve("vault"), TestVaults.key("pw"), false);
      int found = session.credentials().all().size();
      assertTrue(found == 0 || found == ImportChild.COUNT, "found " + found);
      assertEquals(found == 0 ? 0 : 2, session.groups().all().size());
      assertTrue(!said || found == ImportChild.COUNT, "it said that it had saved");
      vault.lock();
      if (found > 0) {
        break;
      }
    }
  }

  /** Whether the child said that it had saved before it was killed. */
  private boolean killedWithin(int micros) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ImportChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      assertEquals("saving", lines.readLine());
      child.waitFor(micros, TimeUnit.MICROSECONDS);
      child.toHandle().destroyForcibly();
      child.waitFor();
      return "saved".equals(lines.readLine());
    }
  }

  /** Writes something, then fails as a full disk does. */
  private static final class Failing implements ExportFormat {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public String title() {
      return "Failing";
    }

    @Override
    public String extension() {
      return "x";
    }

    @Override
    public boolean isPlaintext() {
      return true;
    }

    @Override
    public List<Reading.Skipped> write(
        List<Draft> drafts, Optional<Secret> password, OutputStream out) throws IOException {
      out.write("half".getBytes(UTF_8));
      throw new IOException("disk full");
    }
  }

  @Test
  void anExportThatFailsLeavesWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("mine"), "mine");
    Path fresh = folder.resolve("fresh");
    ExportFormat failing = new Failing();
    for (Path target : List.of(file, fresh)) {
      assertThrows(
          IOException.class,
          () -> ExportFile.write(failing, List.of(), Optional.empty(), target, true));
    }
    assertEquals("mine", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anExportNeverFollowsALink() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), victim);
    List<Draft> drafts = List.of(TransferKit.draft("A", Map.of(), "password", "fake"));
    ExportFormat json = TransferKit.FORMATS.toWrite("json").orElseThrow();
    assertThrows(
        TransferException.class,
        () -> ExportFile.write(json, drafts, Optional.empty(), link, false));
    ExportFile.write(json, drafts, Optional.empty(), link, true);
    assertEquals("mine", Files.readString(victim));
  }
}

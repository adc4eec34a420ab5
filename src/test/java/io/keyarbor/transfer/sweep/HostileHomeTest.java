package io.keyarbor.transfer.sweep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipes, devices, endless files, loops and nonsense where a tool's files are expected. */
class HostileHomeTest {
  @TempDir Path home;
  @TempDir Path temp;

  private Path write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void isSweptToItsEnd() throws Exception {
    LocalVault vault = TestVaults.vault(temp.resolve("state"));
    Session session;
    try (var key = TestVaults.key("test password")) {
      session = vault.create(temp.resolve("v.keyarbor"), "Personal", key);
    }
    write(".aws/credentials", "[\n\0\0\u0007=]\n[a");
    write(".docker/config.json", "[".repeat(5000));
    write(".kube/config", "a: &a [*a, *a]\nb: {{{\n");
    write(".config/hcloud/cli.toml", "x = \"\"\"");
    Files.createSymbolicLink(home.resolve("loop"), home);
    Files.createSymbolicLink(home.resolve(".netrc"), Path.of("/dev/zero"));
    Files.createSymbolicLink(home.resolve(".env"), Path.of("/etc/passwd"));
    new ProcessBuilder("mkfifo", home.resolve(".env.fifo").toString()).start().waitFor();
    try (var sparse = new RandomAccessFile(home.resolve("big.env").toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    Path deep = home;
    for (int i = 0; i < 60; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve(".env"), "GH_TOKEN=ghp_toodeep\n");
    String told;
    try (Findings findings =
        new Sweep(JsonCatalogue.bundled())
            .look(session, Places.all(Map.of(), home, List.of(home)), where -> {})) {
      told = findings.skipped().toString();
      assertTrue(findings.finds().isEmpty());
    }
    for (String file :
        List.of("config.json", ".netrc", "cli.toml", ".env.fifo", "big.env", "/etc/passwd")) {
      assertTrue(told.contains(file), file + " in " + told);
    }
    vault.lock();
  }
}

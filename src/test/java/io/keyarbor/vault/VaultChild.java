package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;

import io.keyarbor.vault.local.LocalVault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Another process with a vault, which tests stop, kill and starve. */
public final class VaultChild {
  private final LocalVault vault;
  private final Path file;

  private VaultChild(Path folder) {
    vault = TestVaults.vault(folder.resolve("state"));
    file = folder.resolve("vault");
  }

  /** Starts one; {@code limitKib} bounds the size of any file it writes, 0 does not. */
  public static Process start(int limitKib, List<String> options, String mode, Object... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (limitKib > 0) {
      command.addAll(List.of("bash", "-c", "ulimit -f " + limitKib + " && exec \"$@\"", "bash"));
    }
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            classes));
    command.addAll(options);
    command.add(VaultChild.class.getName());
    command.add(mode);
    for (Object argument : more) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What the child says, line by line. */
  public static BufferedReader lines(Process child) {
    return new BufferedReader(
        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Waits for its end, or ends it. */
  public static void end(Process child) throws InterruptedException {
    if (!child.waitFor(60, TimeUnit.SECONDS)) {
      child.destroyForcibly().waitFor();
    }
  }

  /** Entry point: {@code saves|fill|open FOLDER [FIRST NUMBER]}. */
  public static void main(String[] args) {
    VaultChild child = new VaultChild(Path.of(args[1]));
    switch (args[0]) {
      case "saves" -> child.saveForever(Integer.parseInt(args[2]));
      case "fill" -> child.saveUntilRefused();
      case "open" -> child.tryToOpen();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void tryToOpen() {
    try {
      vault.unlock(file, key("pw"), false);
      say("opened");
    } catch (VaultException e) {
      say(e.getClass().getSimpleName());
    }
  }

  /** Adds k0, edits it, adds k2... and says each when it was saved; locks now and then. */
  private void saveForever(int first) {
    Credentials credentials = vault.unlock(file, key("pw"), false).credentials();
    Credential last = null;
    for (int i = first; ; i++) {
      if (last == null) {
        last = credentials.add(details("k" + i), secrets("token", "added" + i));
        say("add " + i);
      } else {
        credentials.edit(last, last.details(), secrets("token", "edited" + i), Set.of());
        last = null;
        say("edit " + i);
      }
      if (i % 30 == 29) {
        vault.lock();
        credentials = vault.unlock(file, key("pw"), false).credentials();
        last = null;
        i += i % 2 == 0 ? 1 : 0;
      }
    }
  }

  private void saveUntilRefused() {
    Session session = vault.unlock(file, key("pw"), false);
    Credentials credentials = session.credentials();
    for (int i = 0; ; i++) {
      try {
        credentials.add(details("k" + i), secrets("token", "x".repeat(5000)));
        say("add " + i);
      } catch (VaultException e) {
        say(e.getClass().getSimpleName());
        break;
      }
    }
    // What is there can still be read, and nothing pretends to be saved.
    Credential first = credentials.all().getFirst();
    credentials.secret(first.id(), "token").orElseThrow().close();
    try {
      credentials.edit(first, first.details(), Map.of(), Set.of("token"));
      say("edited");
    } catch (VaultException.Storage e) {
      say("refused again");
    }
    vault.lock();
    say("locked");
  }

  private static void say(String line) {
    System.out.print(line + "\n");
    System.out.flush();
  }
}

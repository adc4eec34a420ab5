package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures by hand, never in the build: whole processes of this program and of {@code
 * keepassxc-cli}, in turns, the least of five, since other work only adds. Both read the same file,
 * made by {@code keepassxc-cli}; it writes with AES-KDF, this program with Argon2id.
 */
final class KdbxSpeed {
  private static final int ROUNDS = 5;

  private KdbxSpeed() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      work(arguments);
      return;
    }
    Path folder = Files.createTempDirectory("keyarbor");
    for (int count : new int[] {1_000, 10_000}) {
      Path file = folder.resolve(count + ".kdbx");
      Path again = folder.resolve("again.kdbx");
      Path xml = folder.resolve("in.xml");
      write(file, drafts(count));
      KeePassXc keepass = new KeePassXc(folder);
      Files.writeString(xml, keepass.open("export", "-q", file.toString()));
      Files.delete(file);
      keepass.run(
          "visibly-fake\nvisibly-fake\n", "import", "-q", "-p", xml.toString(), file.toString());
      long[][] times = new long[4][ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        times[0][i] = time(() -> ourselves(file.toString()));
        times[1][i] = time(() -> keepass.open("export", "-q", file.toString()));
        times[2][i] = time(() -> ourselves(file.toString(), again.toString()));
        Files.deleteIfExists(again);
        times[3][i] =
            time(() ->
                keepass.run(
                    "visibly-fake\nvisibly-fake\n",
                    "import",
                    "-q",
                    "-p",
                    xml.toString(),
                    again.toString()));
        Files.deleteIfExists(again);
      }
      say(count + " read and wiped", times[0], "its export", times[1]);
      say(count + " read, written and wiped", times[2], "its import", times[3]);
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }

  private static void say(String what, long[] ours, String its, long[] theirs) {
    System.out.printf(
        "%s: %d ms; %s: %d ms; ratio %.2f%n",
        what, least(ours), its, least(theirs), (double) least(ours) / least(theirs));
  }

  private static long least(long[] times) {
    return Arrays.stream(times).min().orElseThrow() / 1_000_000;
  }

  private interface Step {
    void run() throws Exception;
  }

  private static long time(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return System.nanoTime() - start;
  }

  private static void ourselves(String... files) throws Exception {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KdbxSpeed.class.getName()));
    command.addAll(List.of(files));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("it failed");
    }
  }

  /** Reads the first file and, given a second, writes it there again. */
  private static void work(String[] files) throws Exception {
    try (Secret password = Given.secret(Given.PASSWORD);
        Reading reading =
            new KdbxImport()
                .read(
                    Path.of(files[0]),
                    new Options(
                        Optional.of(password), Optional.empty(), Map.of(), Optional.empty()))) {
      if (files.length > 1) {
        write(Path.of(files[1]), reading.drafts());
      }
    }
  }

  private static void write(Path file, List<Draft> drafts) throws Exception {
    try (Secret password = Given.secret(Given.PASSWORD);
        OutputStream out = Files.newOutputStream(file)) {
      new KdbxExport(() -> KdfCost.FLOOR).write(drafts, Optional.of(password), out);
    }
  }

  private static List<Draft> drafts(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(
          Given.draft(
              "Entry " + i,
              List.of("Group " + i % 50),
              Map.of("username", "user" + i, "url", "https://host" + i + ".example.com/"),
              Map.of("password", Given.secret("visibly-fake-" + i))));
    }
    return drafts;
  }
}

package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's {@code keepassxc-cli}, run in a folder of its own. */
final class KeePassXc {
  static final String PROGRAM = "keepassxc-cli";

  private final Path folder;

  KeePassXc(Path folder) {
    this.folder = folder;
  }

  /** Runs it with {@code input} on its standard input; what it said, if all went well. */
  String run(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path wrong = Files.createTempFile(folder, "wrong", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(wrong.toFile());
    builder.environment().putAll(java.util.Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString()));
    Process process = builder.start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    } catch (IOException e) {
      // It ended without asking; its exit code tells.
    }
    int code = process.waitFor();
    assertEquals(0, code, () -> String.join(" ", command) + ": " + text(wrong));
    return text(said);
  }

  /** The same, where all it asks for is the usual password. */
  String open(String... arguments) throws Exception {
    return run(Given.PASSWORD + "\n", arguments);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

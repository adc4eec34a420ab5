package io.keyarbor.app;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the real command line in processes of its own, as a person does in a shell. */
final class Shell implements AutoCloseable {
  private final SystemTimer timer = new SystemTimer();
  private final Path folder;
  private final Path program;
  private final Map<String, String> env;
  private final Folders folders;

  /** What a command did. */
  record Ran(int code, String out, String err) {}

  /** With all that belongs to the person below {@code folder}. */
  Shell(Path folder) throws IOException {
    this.folder = folder;
    program = folder.resolve("keyarbor");
    env =
        Map.of(
            "HOME", folder.toString(),
            "XDG_DATA_HOME", folder.resolve("data").toString(),
            "XDG_CONFIG_HOME", folder.resolve("config").toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_RUNTIME_DIR", folder.resolve("run").toString());
    folders = Folders.of("linux", env, folder);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec %s --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -Dkeyarbor.terminals= -Dkeyarbor.launcher=%s $JVM_MORE -cp %s %s "$@"
        """
            .formatted(
                java,
                program,
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CommandLineApp.class.getName()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  Folders folders() {
    return folders;
  }

  /** The person's usual vault, made anew with a cheap key derivation. */
  Path vault(String password) {
    Path file = folders.data().resolve("personal.keyarbor");
    var local = TestVaults.vault(folders.state());
    try (var key = TestVaults.key(password)) {
      local.create(file, "Personal", key);
    }
    local.lock();
    return file;
  }

  /** Its agent. */
  Optional<RemoteSession> agent(Path vault) {
    return RemoteSession.join(AgentPlace.of(folders, vault), timer);
  }

  /** Runs a command to its end, without a terminal. */
  Ran run(List<String> jvm, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(env);
    builder.environment().put("JVM_MORE", String.join(" ", jvm));
    builder.environment().put("A_PROGRAMS_TOKEN", "environment-of-others");
    int code = builder.start().waitFor();
    return new Ran(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Runs a command to its end. */
  Ran run(String... arguments) throws Exception {
    return run(List.of(), arguments);
  }

  @Override
  public void close() {
    timer.close();
  }
}

package io.keyarbor.app;

import io.keyarbor.cli.ExitCode;
import io.keyarbor.cli.Keyarbor;
import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Run by the build: does what people do at the command line, on a vault that is thrown away, so
 * that the virtual machine sees which classes that needs.
 */
public final class Rehearsal {
  private static final String NAME = "Rehearsal";

  private Rehearsal() {}

  /** The parts, in the order in which they are played, each by a process of its own. */
  private enum Part {
    /** Every kind of command, with an agent and without. */
    ALL,
    /** Unlocks, and puts a credential there to read. */
    OPENING,
    /** What people and scripts do most: reading through the agent. */
    READING,
    /** Locks again. */
    CLOSING
  }

  /**
   * Entry point. The environment names a home of its own, and in {@code KEYARBOR_PASSWORD_FILE} a
   * file to make for the vault's password.
   *
   * @param args the name of a {@link Part}
   */
  public static void main(String[] args) throws Exception {
    switch (Part.valueOf(args[0])) {
      case ALL -> all();
      case OPENING -> {
        run("unlock");
        run("add", "generic-secret", "--name", NAME, "--no-test", "--secret", "value=none");
      }
      case READING -> reading();
      case CLOSING -> run("lock");
    }
    Runtime.getRuntime().exit(ExitCode.DONE);
  }

  private static void reading() {
    run("get", NAME);
    run("get", "keyarbor://" + NAME + "/value");
    run("list");
    run("show", NAME);
    run("status");
  }

  private static void all() throws IOException {
    PrivateFile.write(
        Path.of(System.getenv("KEYARBOR_PASSWORD_FILE")),
        "for the rehearsal only\n".getBytes(StandardCharsets.UTF_8));
    run("init");
    commands();
    // The same again as clients of an agent.
    run("unlock");
    try {
      commands();
    } finally {
      run("lock");
    }
  }

  private static void commands() {
    run("add", "generic-secret", "--name", NAME, "--no-test", "--secret", "value=none");
    for (List<String> command :
        List.of(
            List.of("get", NAME),
            List.of("get", "keyarbor://" + NAME + "/value"),
            List.of("get", NAME, "--json"),
            List.of("list"),
            List.of("list", "--search", "hearsal", "--json"),
            List.of("show", NAME),
            List.of("edit", NAME, "--tag", "stage"),
            List.of("delete", NAME),
            List.of("delete", "--purge", "--yes", NAME))) {
      run(command.toArray(String[]::new));
    }
    run("status");
    run("generate");
    run("generate", "--words");
    run("templates", "list");
    run("get", "--help");
  }

  private static void run(String... command) {
    int code = Keyarbor.run(CommandLineApp.context(), command);
    if (code != ExitCode.DONE && !command[0].equals("status")) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }
}

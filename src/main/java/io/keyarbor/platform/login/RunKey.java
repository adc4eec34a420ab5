package io.keyarbor.platform.login;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A value of the Windows registry's Run key, by the program {@code reg}. */
record RunKey(Path program, Registry registry) implements LoginStart {
  private static final String KEY =
      "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String NAME = "Keyarbor";
  private static final long SECONDS = 10;

  /** Runs a command and tells its exit code. */
  @FunctionalInterface
  interface Registry {
    int run(List<String> command) throws IOException;
  }

  @Override
  public boolean isOn() throws IOException {
    return registry.run(List.of("reg", "query", KEY, "/v", NAME)) == 0;
  }

  @Override
  public void set(boolean on) throws IOException {
    List<String> command =
        on
            ? List.of("reg", "add", KEY, "/v", NAME, "/t", "REG_SZ", "/d", value(), "/f")
            : List.of("reg", "delete", KEY, "/v", NAME, "/f");
    if (registry.run(command) != 0 && isOn() != on) {
      throw new IOException("the registry's Run key was not changed");
    }
  }

  /** Java does not escape quotes within an argument, so they are escaped here. */
  private String value() {
    return "\\\"" + program + "\\\" " + ARGUMENT;
  }

  /** By the system. */
  static int call(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " does not answer");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

package io.keyarbor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own, on the vault of a {@link CommandLineHarness}. */
public final class CommandChild {
  private final Path folder;
  private final Map<String, String> env = new HashMap<>();
  private final List<String> wrapper = new ArrayList<>();

  /** What it did; what is not UTF-8 in what it printed is {@code \uFFFD}. */
  public record Ended(int code, String text, String err) {}

  /** On the vault of {@code harness}. */
  public CommandChild(CommandLineHarness harness) throws IOException {
    folder = harness.folder();
    Path password = folder.resolve("password");
    Files.writeString(password, CommandLineHarness.PASSWORD + "\n");
    env.put("KEYARBOR_VAULT", harness.vaultFile().toString());
    env.put("KEYARBOR_PASSWORD_FILE", password.toString());
    env.put("HOME", folder.toString());
    env.put("XDG_RUNTIME_DIR", Files.createDirectories(folder.resolve("runtime")).toString());
    env.put("PATH", "/usr/bin:/bin");
    env.put("LC_ALL", "C.UTF-8");
  }

  /** Sets a variable of its environment. */
  public CommandChild env(String name, String value) {
    env.put(name, value);
    return this;
  }

  /** Starts it by another program. */
  public CommandChild by(String... words) {
    wrapper.addAll(List.of(words));
    return this;
  }

  /** The words that start it. */
  public List<String> words(String... args) {
    List<String> words = new ArrayList<>(wrapper);
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.keyarbor.app.CommandLineApp"));
    words.addAll(List.of(args));
    return words;
  }

  /** Starts it. */
  public Process start(String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words(args)).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder.start();
  }

  /** Runs it to its end. */
  public Ended run(String... args) throws Exception {
    Process process = start(args);
    process.getOutputStream().close();
    return end(process);
  }

  /** Waits for its end, or ends it. */
  public static Ended end(Process process) throws Exception {
    CompletableFuture<byte[]> err = reading(process.getErrorStream());
    CompletableFuture<byte[]> out = reading(process.getInputStream());
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end: " + new String(err.get(), UTF_8));
    }
    return new Ended(
        process.exitValue(), new String(out.get(), UTF_8), new String(err.get(), UTF_8));
  }

  private static CompletableFuture<byte[]> reading(InputStream in) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}

package io.keyarbor.platform.process;

import io.keyarbor.crypto.Secret;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts programs by Java's own means, on systems whose calls are not known here. The environment
 * is made of {@code String}s, so copies stay in memory until this process ends.
 */
record JavaLauncher(Path folder) implements Launcher {
  @Override
  public boolean canBecome() {
    return false;
  }

  @Override
  public void become(Command command) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int run(Command command, Optional<Outputs> outputs, Runnable started)
      throws LaunchException {
    ProcessBuilder builder = new ProcessBuilder(command.words()).inheritIO();
    builder.directory(folder.toFile());
    command.variables().forEach((name, value) -> set(builder.environment(), name, value));
    outputs.ifPresent(o -> builder.redirectOutput(Redirect.PIPE).redirectError(Redirect.PIPE));
    if (File.separatorChar == '/') {
      ProgramFile.find(
          command.words().getFirst(), Optional.ofNullable(builder.environment().get("PATH")));
    }
    // Before there is a child, for a signal may come as soon as there is one. Keys of the terminal
    // reach it by themselves.
    CompletableFuture<Process> running = new CompletableFuture<>();
    Caught.each("INT", (name, number) -> {});
    Caught.each("TERM", (name, number) -> running.join().destroy());
    try {
      Process child = builder.start();
      running.complete(child);
      builder.environment().clear();
      started.run();
      List<Thread> copies = new ArrayList<>();
      outputs.ifPresent(o -> {
        copies.add(copy(child.getInputStream(), o.out()));
        copies.add(copy(child.getErrorStream(), o.err()));
      });
      int code = child.waitFor();
      for (Thread copy : copies) {
        copy.join();
      }
      return code;
    } catch (IOException e) {
      // What the system says of it can hold the environment's size, but none of its values.
      throw ProgramFile.missing(command.words().getFirst());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProgramFile.notExecutable("waiting for it was interrupted");
    }
  }

  private static void set(Map<String, String> all, String name, Optional<Secret> value) {
    if (value.isPresent()) {
      all.put(name, value.get().<String, RuntimeException>useChars(String::new));
    } else {
      all.remove(name);
    }
  }

  private static Thread copy(InputStream from, OutputStream to) {
    return Thread.ofPlatform()
        .start(() -> {
          try (from;
              to) {
            from.transferTo(to);
          } catch (IOException e) {
            // Nobody reads any more, or the child is gone: there is nothing left to copy.
          }
        });
  }
}

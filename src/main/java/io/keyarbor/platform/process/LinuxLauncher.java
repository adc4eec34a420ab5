package io.keyarbor.platform.process;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts programs by the system's own calls, with values that are never a {@code String}. */
final class LinuxLauncher implements Launcher {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final int CHUNK = 16 * 1024;

  private final Libc libc;
  private final Descriptors descriptors;

  LinuxLauncher(Libc libc) {
    this.libc = libc;
    descriptors = new Descriptors(libc);
  }

  /** Starts something and answers minus an error number if that failed. */
  @FunctionalInterface
  private interface Start {
    int with(MemorySegment program, MemorySegment arguments, MemorySegment environment);
  }

  @Override
  public boolean canBecome() {
    return true;
  }

  @Override
  public void become(Command command) throws LaunchException {
    start(command, (program, words, env) -> -libc.execve(program, words, env));
  }

  @Override
  public int run(Command command, Optional<Outputs> outputs, Runnable started)
      throws LaunchException {
    Map<Integer, Integer> streams = new HashMap<>();
    Optional<int[]> out = outputs.map(o -> libc.pipe());
    Optional<int[]> err = outputs.map(o -> libc.pipe());
    out.ifPresent(pipe -> streams.put(1, pipe[1]));
    err.ifPresent(pipe -> streams.put(2, pipe[1]));
    Signals signals = new Signals(libc);
    int child = start(command, (program, words, env) -> libc.spawn(program, words, env, streams));
    signals.to(child);
    started.run();
    streams.values().forEach(libc::close);
    List<Thread> copies = new ArrayList<>();
    outputs.ifPresent(o -> {
      copies.add(copy(out.orElseThrow()[0], o.out()));
      copies.add(copy(err.orElseThrow()[0], o.err()));
    });
    int code = libc.await(child);
    signals.end();
    // As in a pipe of a shell: whatever still writes is waited for.
    copies.forEach(LinuxLauncher::join);
    return code;
  }

  private int start(Command command, Start start) throws LaunchException {
    MemorySegment[] own = libc.environment();
    Path file = ProgramFile.find(command.words().getFirst(), path(own, command.variables()));
    descriptors.keepOwn();
    try (NativeTexts texts = new NativeTexts()) {
      MemorySegment environment = texts.environment(own, command.variables());
      int result = start.with(texts.path(file), texts.arguments(command.words()), environment);
      if (result == -Libc.ENOEXEC) {
        // A script without a first line that names its shell is one for sh, as execvp(3) has it.
        List<String> script = new ArrayList<>(command.words());
        script.set(0, file.toString());
        script.addFirst("sh");
        result = start.with(texts.path(SHELL), texts.arguments(script), environment);
      }
      if (result < 0) {
        throw fault(file, -result);
      }
      return result;
    }
  }

  private static Optional<String> path(
      MemorySegment[] own, Map<String, Optional<Secret>> variables) {
    Optional<Secret> changed = variables.get("PATH");
    if (changed != null) {
      return changed.map(s -> s.<String, RuntimeException>useChars(String::new));
    }
    for (MemorySegment text : own) {
      String variable = text.getString(0, StandardCharsets.UTF_8);
      if (variable.startsWith("PATH=")) {
        return Optional.of(variable.substring("PATH=".length()));
      }
    }
    return Optional.empty();
  }

  private static LaunchException fault(Path file, int error) {
    return switch (error) {
      case Libc.ENOENT, Libc.ENOTDIR ->
          new LaunchException(
              LaunchException.NOT_FOUND,
              file + " cannot be run: the interpreter that its first line names is not there.");
      case Libc.EACCES -> ProgramFile.notExecutable(file + " may not be run by you");
      case Libc.ENOEXEC -> ProgramFile.notExecutable(file + " is no program for this system");
      case Libc.E2BIG ->
          ProgramFile.notExecutable(
              "all variables and arguments together are too long for the system. Give long values"
                  + " as files");
      default -> ProgramFile.notExecutable(file + ", system error " + error);
    };
  }

  private Thread copy(int from, OutputStream to) {
    return Thread.ofPlatform()
        .start(() -> {
          try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(CHUNK);
            for (int n = libc.read(from, room); n > 0; n = libc.read(from, room)) {
              byte[] read = room.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE);
              to.write(read);
              to.flush();
              Arrays.fill(read, (byte) 0);
            }
            room.fill((byte) 0);
            to.close();
          } catch (IOException e) {
            // Nobody reads any more. The child gets SIGPIPE at its next write, as without us.
          } finally {
            libc.close(from);
          }
        });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

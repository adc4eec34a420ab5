package io.keyarbor.transfer.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks git about a repository. The repository may be anyone's, so nothing in it may start a
 * program: no hooks, no file system monitor, no filters, no fetching of what is missing.
 */
public final class Git {
  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  /** The top folder of the repository that {@code place} lies in; empty without one, or no git. */
  public static Optional<Git> at(Path place) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    return new Git(folder)
        .line("rev-parse", "--show-toplevel")
        .filter(top -> !top.isEmpty())
        .map(top -> new Git(Path.of(top)));
  }

  /** The repository's top folder. */
  public Path folder() {
    return folder;
  }

  /** What git prints, on one line; empty if it fails or is not installed. */
  public Optional<String> line(String... args) {
    try (Running git = start(args)) {
      String printed = new String(git.all(1 << 16), StandardCharsets.UTF_8).strip();
      return git.end() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Names that git prints with NUL between them, at most {@code most}. */
  public List<String> names(int most, String... args) throws IOException {
    List<String> names = new ArrayList<>();
    try (Running git = start(args)) {
      byte[] all = git.all(1 << 28);
      for (String part : new String(all, StandardCharsets.UTF_8).split("\0", -1)) {
        if (!part.isEmpty() && names.size() < most) {
          names.add(part);
        }
      }
      if (git.end() != 0) {
        throw new IOException("git " + args[0] + " failed in " + folder);
      }
    }
    return names;
  }

  /** Starts git; close it. */
  public Running start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "--no-pager",
                "--no-replace-objects",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.quotePath=false",
                // It would start a program that the repository names.
                "-c",
                "log.showSignature=false"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> env = builder.environment();
    // A hook runs with these; they would turn git to another index or folder.
    env.keySet().removeIf(name -> name.startsWith("GIT_") && !name.equals("GIT_INDEX_FILE"));
    env.put("GIT_OPTIONAL_LOCKS", "0");
    env.put("GIT_NO_LAZY_FETCH", "1");
    // Stronger than what the repository itself allows.
    env.put("GIT_ALLOW_PROTOCOL", "none");
    env.put("GIT_TERMINAL_PROMPT", "0");
    env.put("LC_ALL", "C");
    return new Running(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** A git that runs. */
  public static final class Running implements AutoCloseable {
    private final Process process;
    private final InputStream out;
    private final OutputStream in;

    private Running(Process process) {
      this.process = process;
      out = new BufferedInputStream(process.getInputStream(), 1 << 16);
      in = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    }

    /** What it prints. */
    public InputStream out() {
      return out;
    }

    /**
     * All that it prints.
     *
     * @throws IOException if that is more than {@code most} bytes; a git that nobody reads from
     *     would wait for ever
     */
    public byte[] all(int most) throws IOException {
      byte[] printed = out.readNBytes(most);
      if (printed.length == most && out.read() >= 0) {
        throw new IOException("git prints more than " + most + " bytes");
      }
      return printed;
    }

    /** What it reads. */
    public OutputStream in() {
      return in;
    }

    /** Waits for its end; its exit code. */
    public int end() throws IOException {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    /** Ends it if it still runs. */
    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}

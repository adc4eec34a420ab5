package io.keyarbor.agent.process;

import io.keyarbor.agent.protocol.Answer;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Pipe;
import io.keyarbor.agent.protocol.Protocol;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.VaultException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Starts an agent in a process of its own. The key goes over a pipe: never as an argument, in the
 * environment or through a file.
 */
public final class AgentLauncher {
  /** What the agent needs of the environment; the rest may hold secrets of other programs. */
  private static final Set<String> KEPT =
      Set.of(
          "HOME",
          "PATH",
          "USER",
          "LOGNAME",
          "LANG",
          "TMPDIR",
          "JAVA_HOME",
          "XDG_DATA_HOME",
          "XDG_CONFIG_HOME",
          "XDG_STATE_HOME",
          "XDG_RUNTIME_DIR",
          "APPDATA",
          "LOCALAPPDATA",
          "SYSTEMROOT");

  private final List<String> command;

  /**
   * A launcher.
   *
   * @param command starts the command line; the agent's own arguments are added
   */
  public AgentLauncher(List<String> command) {
    this.command = List.copyOf(command);
  }

  /**
   * Starts one and waits until it has the vault open, or another one has.
   *
   * @param file absolute
   * @param acceptOlder whether the person said that an older copy is what they want
   * @throws VaultException why the vault was not opened
   */
  public void start(Path file, UnlockKey key, boolean acceptOlder) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("agent", "--vault", file.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(file.getRoot().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(name -> !isKept(name, File.separatorChar == '\\'));
    Process agent;
    try {
      agent = builder.start();
    } catch (IOException e) {
      throw new VaultException.Refused(
          "The agent could not be started: " + command.getFirst() + " cannot be run.");
    }
    hand(agent, key, acceptOlder);
    try (FrameReader answer = Pipe.read(agent.getInputStream(), Protocol.LARGEST_FRAME)) {
      Answer.check(answer);
    } catch (IOException e) {
      throw new VaultException.Refused(
          "The agent ended before the vault was unlocked. Try again; what it said is above.");
    }
  }

  /** Windows writes SystemRoot and Path as it likes, and finds them by any case. */
  static boolean isKept(String name, boolean ignoringCase) {
    String known = ignoringCase ? name.toUpperCase(Locale.ROOT) : name;
    return KEPT.contains(known) || known.startsWith("LC_");
  }

  private static void hand(Process agent, UnlockKey key, boolean acceptOlder) {
    try (OutputStream out = agent.getOutputStream();
        FrameWriter frame = new FrameWriter()) {
      frame.key(key);
      frame.flag(acceptOlder);
      Pipe.write(out, frame);
    } catch (IOException e) {
      // It ended at once; reading its answer tells.
    }
  }
}

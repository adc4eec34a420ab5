package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The streams of this process. The launcher says which of them are a terminal, in the system
 * property {@value #TERMINALS}, as Java cannot tell them apart; without it all or none are.
 */
public final class SystemTerminal implements Terminal {
  /** Holds {@code i}, {@code o} and {@code e} for the standard streams that are a terminal. */
  public static final String TERMINALS = "keyarbor.terminals";

  private static final int BUFFER = 1 << 14;

  private final PrintStream out = stream(FileDescriptor.out, false);
  private final PrintStream err = stream(FileDescriptor.err, true);
  private final String terminals;

  /** That of this process. */
  public SystemTerminal() {
    terminals =
        Optional.ofNullable(System.getProperty(TERMINALS))
            .orElseGet(() -> Prompter.console().map(console -> "ioe").orElse(""));
  }

  private static PrintStream stream(FileDescriptor to, boolean flushesLines) {
    return new PrintStream(
        new WipedBuffer(new FileOutputStream(to)), flushesLines, StandardCharsets.UTF_8);
  }

  /** Keeps nothing of what has passed through it. */
  private static final class WipedBuffer extends BufferedOutputStream {
    WipedBuffer(OutputStream to) {
      super(to, BUFFER);
    }

    @Override
    public synchronized void flush() throws IOException {
      super.flush();
      Arrays.fill(buf, (byte) 0);
    }
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public InputStream in() {
    return System.in;
  }

  @Override
  public boolean isOutTerminal() {
    return terminals.contains("o");
  }

  @Override
  public boolean isErrTerminal() {
    return terminals.contains("e");
  }

  /** One at the keyboard or the screen; what is piped elsewhere does not matter. */
  @Override
  public boolean isInteractive() {
    return (terminals.contains("i") || terminals.contains("e")) && Prompter.isPossible();
  }

  @Override
  public Optional<Secret> askSecret(String prompt) {
    out.flush();
    return isInteractive() ? Prompter.secret(prompt) : Optional.empty();
  }

  @Override
  public Optional<String> ask(String prompt) {
    out.flush();
    return isInteractive() ? Prompter.line(prompt) : Optional.empty();
  }
}

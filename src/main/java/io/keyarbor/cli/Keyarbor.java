package io.keyarbor.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code keyarbor}, with all of its subcommands. */
@Command(
    name = "keyarbor",
    version = "keyarbor 0.1.0",
    mixinStandardHelpOptions = true,
    description =
        "Keeps machine credentials, tells whether they still work, and gives them to programs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong use of the command",
      "3:locked, or a wrong password",
      "4:not found",
      "5:a test said that a secret is invalid",
      "6:a test could not decide",
      "7:refused"
    })
public final class Keyarbor implements Runnable {
  @Spec private CommandSpec spec;

  private Keyarbor() {}

  /** Without a command, says which there are. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /**
   * Runs one command.
   *
   * @return one of {@link ExitCode}; for {@code run} that of the program that was run
   */
  public static int run(CommandContext context, String... args) {
    try {
      return commandLine(context, Optional.of(args).filter(a -> a.length > 0).map(a -> a[0]))
          .execute(args);
    } finally {
      context.terminal().out().flush();
      context.terminal().err().flush();
    }
  }

  /**
   * The whole command line, for completion scripts and man pages.
   *
   * @param only the one subcommand to know; where it is not one, all are known. To make them all
   *     takes longer than most commands do
   */
  static CommandLine commandLine(CommandContext context, Optional<String> only) {
    IFactory factory = new ContextFactory(context);
    CommandLine line = new CommandLine(new Keyarbor(), factory);
    Commands.of(only)
        .forEach(command -> line.addSubcommand(CommandSpec.forAnnotatedObject(command, factory)));
    line.setOut(new PrintWriter(context.terminal().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(context.terminal().err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(new CommandFaults(context.terminal()));
    line.setParameterExceptionHandler(new UsageFaults());
    line.setColorScheme(Help.defaultColorScheme(context.isColoured() ? Ansi.ON : Ansi.OFF));
    // An argument that begins with @ is a value, not a file of more arguments.
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(100);
    return line;
  }

  /** Gives a command its context. */
  private record ContextFactory(CommandContext context) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var constructor = type.getDeclaredConstructor(CommandContext.class);
        return constructor.newInstance(context);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}

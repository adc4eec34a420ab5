package io.keyarbor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with the arguments. An argument may hold a secret, so of those that fit
 * nowhere only what cannot be one is repeated.
 */
final class UsageFaults implements IParameterExceptionHandler {
  /** Options look so; secrets are longer, or have digits or capitals in them. */
  private static final Pattern OPTION = Pattern.compile("-[A-Za-z]|--[a-z][a-z-]{0,30}");

  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z-]{0,30}");

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(fault));
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String message(ParameterException fault) {
    return switch (fault) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing.getMessage() + ".";
      default -> told(fault);
    };
  }

  private static String unmatched(UnmatchedArgumentException fault) {
    CommandSpec spec = fault.getCommandLine().getCommandSpec();
    String first = fault.getUnmatched().getFirst();
    if (first.startsWith("-") && first.length() > 1) {
      String name = first.split("=", 2)[0];
      List<String> known = spec.options().stream().map(OptionSpec::longestName).toList();
      return OPTION.matcher(name).matches()
          ? "There is no option " + name + " here." + NearNames.hint(name, known)
          : "An argument that begins with “-” is no option of this command.";
    }
    if (spec.parent() != null && spec.subcommands().isEmpty()) {
      return "There are more arguments than “" + spec.qualifiedName() + "” takes.";
    }
    return (COMMAND.matcher(first).matches()
            ? "There is no command “" + first + "”."
            : "The first argument is no command.")
        + NearNames.hint(first, spec.subcommands().keySet());
  }

  /** What picocli says names the option, but also repeats the value. */
  private static String told(ParameterException fault) {
    String value = fault.getValue();
    String said = fault.getMessage();
    return value == null || value.isEmpty() ? said : said.replace(value, "…");
  }
}

package io.keyarbor.cli;

import java.io.PrintWriter;
import java.util.List;
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
      String name = first.replaceFirst("=.*", "");
      List<String> known = spec.options().stream().map(OptionSpec::longestName).toList();
      return "There is no option " + Printable.of(name) + " here." + NearNames.hint(name, known);
    }
    if (spec.parent() != null && spec.subcommands().isEmpty()) {
      return "There are more arguments than “" + spec.qualifiedName() + "” takes.";
    }
    return "There is no command “"
        + Printable.of(first)
        + "”."
        + NearNames.hint(first, spec.subcommands().keySet());
  }

  /** What picocli says names the option, but also repeats the value. */
  private static String told(ParameterException fault) {
    String value = fault.getValue();
    String said = fault.getMessage();
    return value == null || value.isEmpty() ? said : said.replace(value, "…");
  }
}

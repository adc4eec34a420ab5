package io.keyarbor.cli;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.testing.ConnectionTest;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Tests what is about to be saved: a mixin of add and edit. As in the desktop app a test that fails
 * warns and blocks nothing, unless {@code --only-valid} says so.
 */
final class SaveTest {
  private final CommandContext context;

  @Option(names = "--no-test", description = "Saves without testing the connection.")
  private boolean untested;

  @Option(
      names = "--only-valid",
      description = "Saves nothing, and ends with 5 or 6, if the test does not say VALID.")
  private boolean onlyValid;

  SaveTest(CommandContext context) {
    this.context = context;
  }

  /**
   * Tests, tells what was found, and asks on a terminal whether to save in spite of it.
   *
   * @return what to keep with the credential; empty if nothing was tested
   * @throws CommandFault if it is not to be saved
   */
  Optional<Verdict> run(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    if (untested) {
      return Optional.empty();
    }
    PrintStream err = context.terminal().err();
    err.println("Testing the connection…");
    Verdict verdict =
        new ConnectionTest(context.catalogue().get(), context.prober().get())
            .testUnsaved(template, values, trust);
    if (verdict.reason() == Reason.NOT_TESTABLE && !onlyValid) {
      err.println("Not tested: " + Printable.of(verdict.detail()));
      return Optional.empty();
    }
    err.println(verdict.reason().label() + ": " + Printable.of(verdict.detail()));
    if (verdict.outcome() != Outcome.VALID) {
      refuseIfWanted(verdict);
    }
    return Optional.of(verdict);
  }

  private void refuseIfWanted(Verdict verdict) {
    int code = verdict.outcome() == Outcome.INVALID ? ExitCode.INVALID : ExitCode.UNDECIDED;
    if (onlyValid) {
      throw new CommandFault(code, "Nothing was saved.");
    }
    if (!Confirmation.of("Save it all the same?", true, context.terminal())) {
      throw new CommandFault(code, "Nothing was saved.");
    }
  }
}

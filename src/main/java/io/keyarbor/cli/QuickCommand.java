package io.keyarbor.cli;

import io.keyarbor.platform.instance.DesktopProgram;
import io.keyarbor.platform.instance.SingleInstance;
import io.keyarbor.platform.instance.Wish;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks the desktop app for its quick palette. */
@Command(
    name = "quick",
    description =
        "Opens the quick palette of the desktop app, and starts the app if it does not run. Made for"
            + " a key that the desktop environment gives to this command.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  keyarbor quick"})
final class QuickCommand implements Callable<Integer> {
  private final CommandContext context;

  QuickCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (SingleInstance.tell(context.folders(), Wish.QUICK)) {
      return ExitCode.DONE;
    }
    DesktopProgram.find()
        .orElseThrow(() ->
            CommandFault.notFound(
                "The desktop app does not run, and there is no keyarbor-desktop beside this"
                    + " keyarbor to start. Start the desktop app, then try again."))
        .start("--quick");
    return ExitCode.DONE;
  }
}

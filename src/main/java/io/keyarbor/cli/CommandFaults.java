package io.keyarbor.cli;

import io.keyarbor.platform.process.LaunchException;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.environment.EnvironmentFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes a message and an exit code. */
final class CommandFaults implements IExecutionExceptionHandler {
  private final Terminal terminal;

  CommandFaults(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    terminal.err().println(Printable.lines(message(fault)));
    return exitCode(fault);
  }

  private static String message(Exception fault) {
    return switch (fault) {
      case CommandFault known -> known.getMessage();
      case VaultException known -> known.getMessage();
      case TransferException known -> known.getMessage();
      case EnvironmentFault known -> Printable.lines(known.getMessage());
      case LaunchException known -> Printable.lines(known.getMessage());
      case NoSuchFileException missing ->
          "There is no file " + missing.getFile() + ". Check its name.";
      case AccessDeniedException denied ->
          denied.getFile() + " may not be read or written by you. Check its mode and owner.";
      case IOException io -> "Reading or writing failed: " + io.getMessage();
      // Its message may hold anything, so only its kind is told.
      default ->
          "An unexpected fault: "
              + fault.getClass().getSimpleName()
              + ". Nothing more was done. Please report it with the command, but no secret.";
    };
  }

  private static int exitCode(Exception fault) {
    return switch (fault) {
      case CommandFault known -> known.exitCode();
      case VaultException.WrongPassword wrong -> ExitCode.LOCKED;
      case VaultException.Locked locked -> ExitCode.LOCKED;
      case TransferException known when known.isWrongPassword() -> ExitCode.LOCKED;
      case VaultException.NotFound missing -> ExitCode.NOT_FOUND;
      case EnvironmentFault known when known.isMissing() -> ExitCode.NOT_FOUND;
      case LaunchException known -> known.exitCode();
      default -> ExitCode.FAILED;
    };
  }
}

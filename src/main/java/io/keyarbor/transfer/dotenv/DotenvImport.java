package io.keyarbor.transfer.dotenv;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.environment.EnvText;
import io.keyarbor.vault.environment.EnvText.Assignment;
import io.keyarbor.vault.environment.EnvText.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files {@code .env}: variables that are known become credentials of their service. */
public final class DotenvImport implements ImportFormat {
  private static final int LONGEST = 16 << 20;

  private final Services services;

  /** Recognises what the templates of {@code services} know. */
  public DotenvImport(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public String title() {
    return "Environment variables (.env)";
  }

  @Override
  public List<String> extensions() {
    return List.of("env");
  }

  @Override
  public Needs needs(Path file) {
    return Needs.NOTHING;
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    try (Secret text = text(file);
        EnvText read = text.use(EnvText::dotenv)) {
      List<Assignment> set =
          read.assignments().stream().filter(a -> a.value().length() > 0).toList();
      if (set.isEmpty()) {
        throw new TransferException(
            file.getFileName() + " sets no variable. Its lines should look so: NAME=value.");
      }
      return new Reading(new EnvServices(services).drafts(set), skipped(read));
    }
  }

  /** In UTF-8, whatever the file is in. */
  private static Secret text(Path file) throws TransferException {
    char[] text = FileBytes.text(file);
    try {
      if (text.length > LONGEST) {
        throw new TransferException(
            file.getFileName()
                + " is longer than "
                + (LONGEST >> 20)
                + " Mi characters, too much for a .env file. Split it, then try again.");
      }
      return Secret.takeUtf8(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  /** What is not understood, and what is set to nothing. */
  private static List<Skipped> skipped(EnvText read) {
    Stream<Fault> empty =
        read.assignments().stream()
            .filter(a -> a.value().length() == 0)
            .map(a -> new Fault(a.line(), "“" + a.name() + "” has no value."));
    return Stream.of(read.faults().stream(), read.overridden().stream(), empty)
        .flatMap(faults -> faults)
        .sorted(Comparator.comparingInt(Fault::line))
        .map(fault -> new Skipped("line " + fault.line(), fault.why()))
        .toList();
  }
}

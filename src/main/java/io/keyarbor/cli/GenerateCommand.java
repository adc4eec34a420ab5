package io.keyarbor.cli;

import io.keyarbor.crypto.RandomPassphrase;
import io.keyarbor.crypto.RandomPassword;
import io.keyarbor.crypto.RandomPassword.Kind;
import io.keyarbor.crypto.Secret;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a password or a passphrase. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a random password, or with --words a passphrase. Needs no vault.",
      "How hard it is to guess is told on the standard error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor generate",
      "  keyarbor generate --length 40 --no-symbols --no-look-alikes",
      "  keyarbor generate --words 7 --separator . --capitals",
      "  keyarbor generate | keyarbor edit \"Grafana\" --secret password=-"
    })
final class GenerateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "24",
      description = "Characters of the password; usually ${DEFAULT-VALUE}.")
  private int length;

  @Option(names = "--no-lower", description = "Without small letters.")
  private boolean noLower;

  @Option(names = "--no-upper", description = "Without capital letters.")
  private boolean noUpper;

  @Option(names = "--no-digits", description = "Without digits.")
  private boolean noDigits;

  @Option(names = "--no-symbols", description = "Without other characters.")
  private boolean noSymbols;

  @Option(
      names = "--no-look-alikes",
      description = "Without characters that are taken for one another, such as 0 and O.")
  private boolean noLookAlikes;

  @Option(
      names = "--words",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "6",
      description = "A passphrase of so many words; usually ${FALLBACK-VALUE}.")
  private Integer words;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      defaultValue = "-",
      description = "What is between the words; usually “${DEFAULT-VALUE}”.")
  private String separator;

  @Option(names = "--capitals", description = "Each word begins with a capital letter.")
  private boolean capitals;

  @Mixin private Output output;

  GenerateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      SecureRandom random = new SecureRandom();
      if (words == null) {
        RandomPassword rule = new RandomPassword(length, kinds(), !noLookAlikes);
        print(rule.next(random), rule.entropy());
      } else {
        RandomPassphrase rule = new RandomPassphrase(words, separator, capitals);
        print(rule.next(random), rule.entropy());
      }
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw CommandFault.usage("That cannot be made: " + e.getMessage() + ".");
    }
  }

  private Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    kinds.removeIf(kind ->
        switch (kind) {
          case LOWER -> noLower;
          case UPPER -> noUpper;
          case DIGITS -> noDigits;
          case SYMBOLS -> noSymbols;
        });
    return kinds;
  }

  private void print(Secret made, double entropy) {
    try (made) {
      if (output.isJson()) {
        output.json(json -> {
          json.writeStartObject();
          json.writeName("value");
          SecretText.write(made, json);
          json.writeNumberProperty("bits", Math.floor(entropy));
          json.writeEndObject();
        });
        return;
      }
      SecretText.print(made, context.terminal());
      context.terminal().err().printf(Locale.ROOT, "About 2^%.0f guesses.%n", Math.floor(entropy));
    }
  }
}

package io.keyarbor.cli;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestSchedule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What a person says of a credential beside its fields: a mixin of add and edit. */
final class AboutOptions {
  private static final int LARGEST_PEM = 1 << 20;

  private final CommandContext context;

  @Option(names = "--group", paramLabel = "GROUP/PATH", description = "The group; / is the top.")
  private Optional<String> group = Optional.empty();

  @Option(names = "--create", description = "Makes the group if it is not there.")
  private boolean create;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "A tag to add; several times if need be.")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--untag", paramLabel = "TAG", description = "A tag to remove.")
  private List<String> untags = new ArrayList<>();

  @Option(names = "--notes", paramLabel = "TEXT", description = "Notes. No secret belongs here.")
  private Optional<String> notes = Optional.empty();

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "The last day on which it works, such as 2027-03-01, or none.")
  private Optional<String> expires = Optional.empty();

  @Option(names = "--favourite", negatable = true, description = "Whether it is a favourite.")
  private Optional<Boolean> favourite = Optional.empty();

  @Option(
      names = "--test-every",
      paramLabel = "HOURS",
      description = "How often it is tested by itself: 1 to 720 hours, never, or group.")
  private Optional<String> schedule = Optional.empty();

  @Option(
      names = "--trust-ca",
      paramLabel = "FILE",
      description = "Its tests trust servers that these authorities (PEM) signed for.")
  private Optional<Path> authorities = Optional.empty();

  @Option(
      names = "--trust-pin",
      paramLabel = "SHA256",
      description = "Its tests trust the one certificate with this fingerprint.")
  private Optional<String> pin = Optional.empty();

  @Option(names = "--trust-system", description = "Its tests trust what the system trusts.")
  private boolean trustSystem;

  AboutOptions(CommandContext context) {
    this.context = context;
  }

  /** Whether anything is given. */
  boolean isGiven() {
    return trustSystem
        || !tags.isEmpty()
        || !untags.isEmpty()
        || List.of(group, notes, expires, favourite, schedule, authorities, pin).stream()
            .anyMatch(Optional::isPresent);
  }

  /**
   * {@code details} with what is given, but in the group where it is: see {@link #group}.
   *
   * @throws CommandFault if a value cannot be used
   */
  Details applied(Details details) throws IOException {
    TreeSet<String> allTags = new TreeSet<>(details.tags());
    tags.stream().map(String::strip).filter(Predicate.not(String::isEmpty)).forEach(allTags::add);
    allTags.removeIf(tag -> untags.stream().anyMatch(tag::equalsIgnoreCase));
    TlsTrust trust = trust(details.trust());
    Optional<LocalDate> lastDay = lastDay(details.expires());
    TestSchedule every = schedule.map(AboutOptions::schedule).orElse(details.schedule());
    return new Details(
        details.name(),
        details.serviceType(),
        details.group(),
        details.fields(),
        allTags,
        favourite.orElse(details.favourite()),
        notes.orElse(details.notes()),
        lastDay,
        trust,
        every);
  }

  /**
   * Says early that the group is not there.
   *
   * @throws CommandFault if it is not, and is not to be made
   */
  void checkGroup(Session session) {
    if (!create) {
      group.ifPresent(new GroupPaths(session.groups())::get);
    }
  }

  /** The group that is given, made if need be, else {@code before}: to ask for when all is well. */
  Optional<GroupId> group(Optional<GroupId> before, Session session) {
    if (group.isEmpty()) {
      return before;
    }
    GroupPaths paths = new GroupPaths(session.groups());
    return create ? paths.make(group.get()) : paths.get(group.get());
  }

  private Optional<LocalDate> lastDay(Optional<LocalDate> before) {
    if (expires.isEmpty()) {
      return before;
    }
    try {
      return expires.filter(text -> !text.equalsIgnoreCase("none")).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw CommandFault.usage("--expires takes a day such as 2027-03-01, or none.");
    }
  }

  private static TestSchedule schedule(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    if (value.equals("never")) {
      return new TestSchedule.Never();
    } else if (value.equals("group")) {
      return new TestSchedule.Inherited();
    }
    String hours = value.replaceFirst("\\s*h(ours?)?$", "");
    if (hours.matches("\\d{1,3}") && TestSchedule.isPossible(Long.parseLong(hours))) {
      return new TestSchedule.Every(Integer.parseInt(hours));
    }
    throw CommandFault.usage(
        "--test-every takes 1 to " + TestSchedule.MOST_HOURS + " hours, never, or group.");
  }

  private TlsTrust trust(TlsTrust before) throws IOException {
    long given =
        List.of(authorities.isPresent(), pin.isPresent(), trustSystem).stream()
            .filter(chosen -> chosen)
            .count();
    if (given > 1) {
      throw CommandFault.usage("Choose one of --trust-ca, --trust-pin and --trust-system.");
    }
    if (authorities.isPresent()) {
      return new TlsTrust.Authorities(pem(context.folder().resolve(authorities.get())));
    }
    return pin.<TlsTrust>map(AboutOptions::pinned)
        .orElse(trustSystem ? new TlsTrust.SystemTrust() : before);
  }

  private static String pem(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LARGEST_PEM), StandardCharsets.UTF_8);
      if (!text.contains("-----BEGIN CERTIFICATE-----")) {
        throw CommandFault.usage("The file " + file + " holds no certificate in PEM form.");
      }
      return text.strip() + "\n";
    }
  }

  private static TlsTrust pinned(String written) {
    String digits =
        written.strip().replaceFirst("(?i)^sha-?256\\s*[:=]?\\s*", "").replaceAll("[:\\s]", "");
    if (!digits.matches("[0-9a-fA-F]{64}")) {
      throw CommandFault.usage("--trust-pin takes a SHA-256 fingerprint: 64 hexadecimal digits.");
    }
    HexFormat colons = HexFormat.ofDelimiter(":").withUpperCase();
    return new TlsTrust.Pin(colons.formatHex(HexFormat.of().parseHex(digits)));
  }
}

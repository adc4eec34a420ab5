package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which credentials a command is for: a mixin. All that is given must hold. */
public final class CredentialFilter {
  private static final Comparator<Credential> BY_NAME =
      Comparator.comparing(c -> c.details().name(), String.CASE_INSENSITIVE_ORDER);

  private final CommandContext context;

  @Option(names = "--service", paramLabel = "SERVICE", description = "Those of this service.")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Those with this tag; several times: with all of them.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Those whose last test said so: ${COMPLETION-CANDIDATES}.")
  private Optional<Standing> status = Optional.empty();

  @Option(
      names = "--expiring",
      paramLabel = "DAYS",
      description = "Those that expire within so many days, or have.")
  private Optional<Integer> expiring = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "GROUP/PATH",
      description = "Those in this group, at any depth.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Those with this in their name, service, tags, notes or plain fields.")
  private Optional<String> search = Optional.empty();

  /** Days are counted by the context's clock. */
  public CredentialFilter(CommandContext context) {
    this.context = context;
  }

  /** Whether anything is given. */
  public boolean isGiven() {
    return service.isPresent()
        || !tags.isEmpty()
        || status.isPresent()
        || expiring.isPresent()
        || group.isPresent()
        || search.isPresent();
  }

  /**
   * Those of {@code all} that it lets through, by name.
   *
   * @throws CommandFault if the group is not there
   */
  public List<Credential> of(Collection<Credential> all, Session session) {
    return all.stream().filter(test(session)).sorted(BY_NAME).toList();
  }

  private Predicate<Credential> test(Session session) {
    GroupPaths paths = new GroupPaths(session.groups());
    Optional<GroupId> above = group.flatMap(paths::get);
    ZoneId zone = context.clock().getZone();
    LocalDate today = LocalDate.now(context.clock());
    return c ->
        service.filter(s -> !s.equalsIgnoreCase(c.details().serviceType())).isEmpty()
            && tags.stream().allMatch(tag -> hasTag(c.details(), tag))
            && status.filter(s -> s != Standing.of(c.lastTest())).isEmpty()
            && expiring.filter(days -> !expires(c, today.plusDays(days), zone)).isEmpty()
            && paths.isWithin(c.details().group(), above)
            && search.filter(text -> !holds(c.details(), text)).isEmpty();
  }

  private static boolean hasTag(Details details, String tag) {
    return details.tags().stream().anyMatch(tag::equalsIgnoreCase);
  }

  private static boolean expires(Credential credential, LocalDate last, ZoneId zone) {
    return Standing.expires(credential, zone).filter(day -> !day.isAfter(last)).isPresent();
  }

  private static boolean holds(Details details, String text) {
    String sought = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            Stream.of(details.name(), details.serviceType(), details.notes()),
            details.tags().stream(),
            details.fields().values().stream())
        .flatMap(values -> values)
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(sought));
  }
}

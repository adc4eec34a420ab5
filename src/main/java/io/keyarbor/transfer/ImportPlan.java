package io.keyarbor.transfer;

import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an import would do with each draft of a reading, before it does it. Holds no text of a
 * secret; the reading stays the caller's and must be open until {@link #apply} has returned.
 */
public final class ImportPlan {
  private final List<Draft> drafts;
  private final List<Row> rows;
  private final List<Skipped> unread;

  /** What becomes of a draft. */
  public enum Action {
    /** It is added. */
    ADD,
    /** It is added under another name, since its own is taken by something else. */
    RENAMED,
    /** The vault, or an earlier draft, has the same service, fields and secrets. */
    ALREADY_THERE,
    /** It cannot be added. */
    SKIPPED
  }

  /**
   * What becomes of one draft.
   *
   * @param origin where it was read
   * @param name that it has or would have in the vault
   * @param groups names of the groups it is put in, outermost first
   * @param why for a person; empty where there is nothing to say
   */
  public record Row(
      String origin, String name, String service, List<String> groups, Action action, String why) {
    /** Whether it comes into the vault. */
    public boolean isAdded() {
      return action == Action.ADD || action == Action.RENAMED;
    }
  }

  /**
   * What an import did, or would do.
   *
   * @param rows of all drafts that were looked at
   * @param unread what could not be read from the file
   * @param newGroups how many groups were made for them
   */
  public record Report(List<Row> rows, List<Skipped> unread, int newGroups) {
    /** How many rows ended so. */
    public long count(Action action) {
      return rows.stream().filter(row -> row.action() == action).count();
    }
  }

  private ImportPlan(List<Draft> drafts, List<Row> rows, List<Skipped> unread) {
    this.drafts = drafts;
    this.rows = rows;
    this.unread = unread;
  }

  /** Looks at all of {@code reading}, in time that grows with it and with the vault. */
  public static ImportPlan of(Session session, Reading reading) {
    return of(session, reading, List.of());
  }

  /**
   * Looks at all of {@code reading}.
   *
   * @param target the group that everything is put under, as names from the outermost; empty for
   *     the top
   */
  public static ImportPlan of(Session session, Reading reading, List<String> target) {
    List<Row> rows = new ArrayList<>();
    try (KnownContents known = new KnownContents(session.credentials())) {
      TakenNames names = new TakenNames(session.credentials().all());
      for (Draft draft : reading.drafts()) {
        List<String> groups = new ArrayList<>(target);
        draft.groups().stream().filter(g -> !g.isBlank()).map(String::strip).forEach(groups::add);
        rows.add(row(draft, groups, known, names));
      }
    }
    return new ImportPlan(reading.drafts(), List.copyOf(rows), reading.skipped());
  }

  private static Row row(Draft draft, List<String> groups, KnownContents known, TakenNames names) {
    Details details = draft.details();
    String wanted = details.name().isBlank() ? draft.origin() : details.name().strip();
    var fault = DraftCheck.fault(draft, groups);
    if (fault.isPresent()) {
      return new Row(
          draft.origin(), wanted, details.serviceType(), groups, Action.SKIPPED, fault.get());
    }
    var same = known.nameOfSame(draft, wanted);
    if (same.isPresent()) {
      String why = "The same as “" + same.get() + "”.";
      return new Row(
          draft.origin(), wanted, details.serviceType(), groups, Action.ALREADY_THERE, why);
    }
    String name = names.take(wanted);
    boolean renamed = !name.equals(wanted);
    return new Row(
        draft.origin(),
        name,
        details.serviceType(),
        groups,
        renamed ? Action.RENAMED : Action.ADD,
        renamed ? "“" + wanted + "” is taken by another credential." : "");
  }

  /** One for each draft, in the order of the file. */
  public List<Row> rows() {
    return rows;
  }

  /** What this would do, without doing it. */
  public Report preview(Session session) {
    GroupPaths paths = new GroupPaths(session.groups().all());
    rows.stream().filter(Row::isAdded).forEach(row -> paths.of(row.groups()));
    return new Report(rows, unread, paths.fresh().size());
  }

  /** Adds all that can be added, in one save. */
  public Report apply(Session session) {
    return apply(session, IntStream.range(0, rows.size()).boxed().collect(Collectors.toSet()));
  }

  /**
   * Adds those that were chosen, in one save: all or none.
   *
   * @param chosen indexes of rows; others are left out of the report
   * @throws io.keyarbor.vault.VaultException.NameTaken if the vault was changed since the plan was
   *     made, so that a name is no longer free; nothing is added then
   */
  public Report apply(Session session, Set<Integer> chosen) {
    GroupPaths paths = new GroupPaths(session.groups().all());
    List<NewCredential> added = new ArrayList<>();
    List<Row> done = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (chosen.contains(i)) {
        done.add(row);
        if (row.isAdded()) {
          Draft draft = drafts.get(i);
          Details details = draft.details().withName(row.name()).withGroup(paths.of(row.groups()));
          added.add(new NewCredential(details, draft.secrets()));
        }
      }
    }
    if (!added.isEmpty()) {
      session.credentials().addAll(paths.fresh(), added);
    }
    return new Report(List.copyOf(done), unread, paths.fresh().size());
  }
}

package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.MetaType;
import org.h2.mvstore.type.StringDataType;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/**
 * A look at a file as something hostile, before the engine opens it. The engine runs every
 * statement of a file's catalogue when it opens it: triggers, aliases and linked tables with code
 * of whoever wrote the file. So the catalogue is read here as data, and must be that of a known
 * format, word for word. Writes nothing.
 */
final class Inspection {
  private static final Pattern MAPS =
      Pattern.compile(
          "_|openTransactions|undoLog[.-]\\d+|(table|index|temp)\\.\\d+|lobMap|tempLobMap|lobRef|lobData");
  private static final Pattern BUILD = Pattern.compile("SET CREATE_BUILD \\d{1,4}");
  private static final Pattern MARK =
      Pattern.compile(
          "CREATE CACHED TABLE \"PUBLIC\"\\.\"VAULT\" COMMENT 'keyarbor format (\\d{1,9})'.*",
          Pattern.DOTALL);
  private static final String CATALOGUE = "table.0";

  private final Path file;

  private Inspection(Path file) {
    this.file = file;
  }

  /**
   * The format of the file, after nothing strange was found in it.
   *
   * @param known formats, the newest last
   */
  static Format of(Path file, List<Format> known) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new VaultException.NotFound(file);
    }
    if (Files.isSymbolicLink(file)) {
      throw new VaultException.Hostile(file, "a link to another file");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new VaultException.Hostile(file, "no regular file");
    }
    return new Inspection(file).format(statements(file), known);
  }

  /** What the file's catalogue says, read as data; checks all but the statements themselves. */
  static List<String> statements(Path file) {
    Inspection inspection = new Inspection(file);
    try {
      if (Files.size(file) == 0) {
        throw new VaultException.Damaged(file, "the file is empty", null);
      }
      inspection.withStore(store -> {
        inspection.checkMaps(store);
        inspection.checkTypes(store);
      });
      List<String> statements = new ArrayList<>();
      inspection.withStore(store -> statements.addAll(inspection.catalogue(store)));
      return statements;
    } catch (VaultException e) {
      throw e;
    } catch (Exception | OutOfMemoryError | StackOverflowError | AssertionError e) {
      throw Faults.reading(file, e);
    }
  }

  private interface Look {
    void at(MVStore store);
  }

  private void withStore(Look look) {
    MVStore store = Engine.look(file);
    try {
      look.at(store);
    } finally {
      store.closeImmediately();
    }
  }

  private void checkMaps(MVStore store) {
    for (String name : store.getMapNames()) {
      if (!MAPS.matcher(name).matches()) {
        throw new VaultException.Hostile(file, "the unknown part “" + name + "”");
      }
    }
    // Its values are Java objects; a vault never has any, and they must not even be read.
    String id = store.getMetaMap().get("name.openTransactions");
    if (id != null && hasContent(store, id)) {
      throw new VaultException.Hostile(file, "a suspended transaction");
    }
  }

  private static boolean hasContent(MVStore store, String mapId) {
    String root = store.getLayoutMap().get("root." + mapId);
    return root != null && !root.equals("0");
  }

  private void checkTypes(MVStore store) {
    MVMap<String, String> types =
        store.openMap(
            "_",
            new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(new KnownTypes()));
    for (Iterator<String> names = types.keyIterator(null); names.hasNext(); ) {
      types.get(names.next());
    }
  }

  private List<String> catalogue(MVStore store) {
    if (!store.hasMap(CATALOGUE)) {
      throw new VaultException.Damaged(file, "it has no catalogue", null);
    }
    TransactionStore transactions =
        new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
    transactions.init();
    // What a crash left half done is undone when the engine opens the file; a vault is never
    // half way through a change of its catalogue, since those are made on a copy.
    for (Transaction open : transactions.getOpenTransactions()) {
      open.getChanges(0)
          .forEachRemaining(change -> {
            if (CATALOGUE.equals(change.mapName)) {
              throw new VaultException.Hostile(file, "an unfinished change of its catalogue");
            }
          });
    }
    TransactionMap<Long, SearchRow> rows = transactions.begin().openMap(CATALOGUE);
    List<String> statements = new ArrayList<>();
    for (Map.Entry<Long, VersionedValue<SearchRow>> row : rows.map.entrySet()) {
      statements.add(statement(row.getValue()));
    }
    return statements;
  }

  private String statement(VersionedValue<SearchRow> row) {
    if (!row.isCommitted()) {
      throw new VaultException.Hostile(file, "an unfinished change of its catalogue");
    }
    Value statement = row.getCurrentValue().getValue(3);
    if (statement.getValueType() != Value.VARCHAR) {
      throw new VaultException.Hostile(file, "a malformed catalogue");
    }
    return statement.getString();
  }

  private Format format(List<String> statements, List<Format> known) {
    int newest = known.getLast().number();
    int found = number(statements);
    if (found > newest) {
      throw new VaultException.NewerFormat(file, found, newest);
    }
    Format format =
        known.stream()
            .filter(f -> f.number() == found)
            .findFirst()
            .orElseThrow(() -> new VaultException.Damaged(file, "it has no known format", null));
    List<String> missing = new ArrayList<>(format.catalogue());
    for (String statement : statements) {
      if (!BUILD.matcher(statement).matches() && !missing.remove(statement)) {
        throw new VaultException.Hostile(file, describe(statement));
      }
    }
    if (!missing.isEmpty()) {
      throw new VaultException.Damaged(file, "a part of it is missing", null);
    }
    return format;
  }

  private static int number(List<String> statements) {
    return statements.stream()
        .map(MARK::matcher)
        .filter(Matcher::matches)
        .map(mark -> Integer.parseInt(mark.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /** The kind of thing, not its text: that is the stranger's, and could be long. */
  private static String describe(String statement) {
    String kind =
        statement.replaceFirst(
            "(?s)^(\\w+)\\s+(FORCE\\s+|CACHED\\s+|IF NOT EXISTS\\s+)*(LINKED TABLE|\\w*).*",
            "$1 $3");
    return "something foreign (“" + kind.substring(0, Math.min(kind.length(), 40)) + "”)";
  }
}

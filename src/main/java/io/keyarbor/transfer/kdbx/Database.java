package io.keyarbor.transfer.kdbx;

import io.keyarbor.transfer.kdbx.Limits.Budget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What the XML of a file holds, read once from its start to its end. For one thread. */
final class Database implements AutoCloseable {
  /** Around the groups: the file, its root, an entry, its history, an entry of that, a value. */
  private static final int AROUND_GROUPS = 8;

  /** Of one entry; people have ten. */
  private static final int MOST_VALUES = 1000;

  private final XmlCursor xml;
  private final Payload payload;
  private final Budget budget;
  private final List<Entry> entries = new ArrayList<>();
  private String recycleBin = "";
  private String entryTemplates = "";

  private Database(Payload payload, Budget budget) throws IOException, XMLStreamException {
    int mostDepth = budget.limits().depth() + AROUND_GROUPS;
    this.xml = new XmlCursor(payload.xml(), payload.inner(), mostDepth);
    this.payload = payload;
    this.budget = budget;
  }

  /**
   * Reads all of it.
   *
   * @param payload stays open, and holds the attached files
   */
  static Database read(Payload payload, Budget budget) throws IOException, XMLStreamException {
    Database database = new Database(payload, budget);
    try {
      database.xml.document("KeePassFile", database::part);
      payload.finish();
      return database;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** In the file's order. */
  List<Entry> entries() {
    return entries;
  }

  Attachments attachments() {
    return payload.attachments();
  }

  /** The group's id; empty if there is none. */
  String recycleBin() {
    return recycleBin;
  }

  /** The id of the group of half-filled entries; empty if there is none. */
  String entryTemplates() {
    return entryTemplates;
  }

  private void part(String part) throws IOException, XMLStreamException {
    switch (part) {
      case "Meta" -> xml.children(this::meta);
      case "Root" -> xml.children(this::root);
      default -> xml.skip();
    }
  }

  private void meta(String name) throws IOException, XMLStreamException {
    switch (name) {
      case "HeaderHash" -> checkHeader(xml.text().strip());
      case "RecycleBinUUID" -> recycleBin = xml.text().strip();
      case "EntryTemplatesGroup" -> entryTemplates = xml.text().strip();
      case "Binaries" -> xml.children(this::binary);
      default -> xml.skip();
    }
  }

  private void checkHeader(String hash) throws KdbxException {
    if (!hash.isEmpty() && !payload.headerHash().orElse(hash).equals(hash)) {
      throw KdbxException.damaged("its header");
    }
  }

  private void binary(String name) throws IOException, XMLStreamException {
    if (name.equals("Binary")) {
      payload.attachments().put(xml.attribute("ID"), file());
    } else {
      xml.skip();
    }
  }

  /** The present element's bytes. */
  private Value file() throws IOException, XMLStreamException {
    boolean packed = xml.attribute("Compressed").equalsIgnoreCase("true");
    Value bytes = BinaryText.bytes(xml.value(), packed, xml.place());
    budget.item(bytes.length());
    return bytes;
  }

  private void root(String name) throws IOException, XMLStreamException {
    if (name.equals("Group")) {
      group(new Folder(null));
    } else {
      xml.skip();
    }
  }

  private void group(Folder folder) throws IOException, XMLStreamException {
    budget.item();
    xml.children(name -> {
      switch (name) {
        case "UUID" -> folder.setId(xml.name());
        case "Name" -> folder.setName(xml.name());
        case "Group" -> group(new Folder(folder));
        case "Entry" -> entry(folder);
        default -> xml.skip();
      }
    });
  }

  private void entry(Folder folder) throws IOException, XMLStreamException {
    budget.item();
    Entry entry = new Entry(folder);
    entries.add(entry);
    xml.children(name -> {
      switch (name) {
        case "String" -> string(entry);
        case "Binary" -> attached(entry);
        case "Tags" -> entry.setTags(xml.name());
        case "Times" -> xml.children(time -> times(entry, time));
        case "History" ->
            xml.children(past -> {
              entry.addPast();
              xml.skip();
            });
        default -> xml.skip();
      }
    });
  }

  private void times(Entry entry, String name) throws IOException, XMLStreamException {
    switch (name) {
      case "Expires" -> entry.setExpires(xml.text().strip().equalsIgnoreCase("true"));
      case "ExpiryTime" -> entry.setExpiry(xml.name());
      default -> xml.skip();
    }
  }

  private void string(Entry entry) throws IOException, XMLStreamException {
    Pair pair = pair(Pair::takeValue);
    budget.item(pair.value.length() + pair.key.length());
    entry.values().put(free(entry, pair.key), pair.value);
  }

  /** Never one that the entry has already, whatever a broken file says. */
  private static String free(Entry entry, String key) throws KdbxException {
    if (entry.values().size() >= MOST_VALUES) {
      throw new KdbxException("an entry holds more than " + MOST_VALUES + " values; split it");
    }
    String free = key;
    for (int count = 2; entry.values().containsKey(free); count++) {
      free = key + " " + count;
    }
    return free;
  }

  private void attached(Entry entry) throws IOException, XMLStreamException {
    Pair pair = pair(Pair::takeFile);
    budget.item(pair.key.length());
    if (entry.attached().size() >= MOST_VALUES) {
      throw new KdbxException("an entry has more than " + MOST_VALUES + " files; split it");
    }
    entry.attached().add(new Entry.Attached(pair.key, pair.number, pair.value));
  }

  private Pair pair(TakeValue takeValue) throws IOException, XMLStreamException {
    Pair pair = new Pair();
    try {
      xml.children(name -> {
        switch (name) {
          case "Key" -> pair.key = xml.name();
          case "Value" -> takeValue.take(pair, this);
          default -> xml.skip();
        }
      });
      return pair;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      pair.value.close();
      throw e;
    }
  }

  /** How a pair reads its second part. */
  private interface TakeValue {
    void take(Pair pair, Database from) throws IOException, XMLStreamException;
  }

  /** A name and what it names, in whichever order they come. */
  private static final class Pair {
    private String key = "";
    private String number = "";
    private Value value = new Value.Open(new char[0]);

    private void takeValue(Database from) throws IOException, XMLStreamException {
      value.close();
      value = from.xml.value();
    }

    private void takeFile(Database from) throws IOException, XMLStreamException {
      number = from.xml.attribute("Ref");
      if (number.isEmpty()) {
        value.close();
        value = from.file();
      } else {
        from.xml.skip();
      }
    }
  }

  @Override
  public void close() {
    entries.forEach(Entry::close);
  }
}

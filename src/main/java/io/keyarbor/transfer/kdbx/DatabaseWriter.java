package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes what is encrypted of a file: the inner header with the attached files, and the XML. */
final class DatabaseWriter {
  private static final String NAME = "Keyarbor";
  private static final int INNER_STREAM = 1;
  private static final int INNER_KEY = 2;
  private static final int INNER_BINARY = 3;
  private static final byte PROTECT = 1;

  /** A group with what lies in it. */
  private static final class Branch {
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final List<Numbered> entries = new ArrayList<>();
  }

  /**
   * An entry.
   *
   * @param firstFile number of its first attached file; the others follow
   */
  private record Numbered(WrittenEntry entry, Optional<LocalDate> expires, int firstFile) {}

  private final Branch root = new Branch();
  private final List<Secret> files = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();
  private final ZoneId zone;
  private final String now = Times.of(Instant.now());

  /**
   * For {@code drafts}.
   *
   * @param zone in which a day of expiry ends
   * @param skipped is told what cannot be written as it is
   */
  DatabaseWriter(List<Draft> drafts, ZoneId zone, List<Skipped> skipped) {
    this.zone = zone;
    for (Draft draft : drafts) {
      WrittenEntry entry = new WrittenEntry(draft, skipped);
      Branch at = root;
      for (String group : draft.groups()) {
        String held = XmlText.replaced(group);
        if (!held.equals(group)) {
          skipped.add(
              new Skipped(
                  draft.origin(),
                  "its group's name has characters that KDBX cannot hold;"
                      + " each is written as U+FFFD"));
        }
        at = at.branches.computeIfAbsent(held, name -> new Branch());
      }
      at.entries.add(new Numbered(entry, draft.details().expires(), files.size()));
      files.addAll(entry.files().values());
    }
  }

  /** Writes all of it; {@code out} stays open. */
  void write(OutputStream out) throws IOException, XMLStreamException {
    byte[] key = new byte[InnerStream.CHACHA20_KEY_BYTES];
    random.nextBytes(key);
    try {
      item(out, INNER_STREAM, LittleEndian.ofInt(InnerStream.CHACHA20));
      item(out, INNER_KEY, key);
      for (Secret file : files) {
        file.<Void, IOException>use(bytes -> {
          item(out, INNER_BINARY, new byte[] {PROTECT}, bytes);
          return null;
        });
      }
      item(out, 0);
      document(new XmlOutput(out, InnerStream.of(InnerStream.CHACHA20, key)));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static void item(OutputStream out, int id, byte[]... parts) throws IOException {
    out.write(id);
    out.write(LittleEndian.ofInt(Arrays.stream(parts).mapToInt(p -> p.length).sum()));
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  private void document(XmlOutput xml) throws XMLStreamException {
    xml.element(
        "KeePassFile",
        () -> {
          xml.element(
              "Meta",
              () -> {
                xml.text("Generator", NAME);
                xml.text("DatabaseName", NAME);
                xml.text("DatabaseNameChanged", now);
                xml.element("MemoryProtection", () -> xml.text("ProtectPassword", "True"));
                xml.text("RecycleBinEnabled", "False");
              });
          xml.element("Root", () -> group(xml, NAME, root));
        });
    xml.end();
  }

  private void group(XmlOutput xml, String name, Branch branch) throws XMLStreamException {
    xml.element(
        "Group",
        () -> {
          xml.text("UUID", uuid());
          xml.text("Name", name);
          xml.element("Times", () -> times(xml, Optional.empty()));
          xml.text("IsExpanded", "True");
          for (Numbered entry : branch.entries) {
            entry(xml, entry);
          }
          for (Map.Entry<String, Branch> inner : branch.branches.entrySet()) {
            group(xml, inner.getKey(), inner.getValue());
          }
        });
  }

  private void entry(XmlOutput xml, Numbered numbered) throws XMLStreamException {
    WrittenEntry entry = numbered.entry();
    xml.element(
        "Entry",
        () -> {
          xml.text("UUID", uuid());
          xml.text("Tags", entry.tags());
          xml.element("Times", () -> times(xml, numbered.expires()));
          for (Map.Entry<String, String> plain : entry.plain().entrySet()) {
            string(xml, plain.getKey(), () -> xml.text("Value", plain.getValue()));
          }
          for (Map.Entry<String, Secret> secret : entry.secrets().entrySet()) {
            string(xml, secret.getKey(), () -> xml.secret("Value", secret.getValue()));
          }
          int number = numbered.firstFile();
          for (String file : entry.files().keySet()) {
            String reference = Integer.toString(number++);
            xml.element(
                "Binary",
                () -> {
                  xml.text("Key", file);
                  xml.reference("Value", "Ref", reference);
                });
          }
        });
  }

  private static void string(XmlOutput xml, String key, XmlOutput.Body value)
      throws XMLStreamException {
    xml.element(
        "String",
        () -> {
          xml.text("Key", key);
          value.write();
        });
  }

  private void times(XmlOutput xml, Optional<LocalDate> expires) throws XMLStreamException {
    xml.text("CreationTime", now);
    xml.text("LastModificationTime", now);
    xml.text("LastAccessTime", now);
    xml.text("ExpiryTime", expires.map(day -> Times.endOf(day, zone)).orElse(now));
    xml.text("Expires", expires.isPresent() ? "True" : "False");
    xml.text("UsageCount", "0");
    xml.text("LocationChanged", now);
  }

  private String uuid() {
    byte[] id = new byte[2 * Long.BYTES];
    random.nextBytes(id);
    return Base64.getEncoder().encodeToString(id);
  }
}

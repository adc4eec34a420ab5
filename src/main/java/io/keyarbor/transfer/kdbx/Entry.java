package io.keyarbor.transfer.kdbx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry while it is read, as the file has it. Closing wipes the values it still has. */
final class Entry implements AutoCloseable {
  /**
   * An attached file.
   *
   * @param number by which the database keeps it; empty if it lies in the entry itself
   * @param inline its bytes then, else empty
   */
  record Attached(String name, String number, Value inline) {}

  private final Folder folder;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<Attached> attached = new ArrayList<>();
  private String tags = "";
  private boolean expires;
  private String expiry = "";
  private int past;

  Entry(Folder folder) {
    this.folder = folder;
  }

  Folder folder() {
    return folder;
  }

  /** What is left of its values; whoever takes one out closes it. */
  Map<String, Value> values() {
    return values;
  }

  List<Attached> attached() {
    return attached;
  }

  String tags() {
    return tags;
  }

  void setTags(String tags) {
    this.tags = tags;
  }

  boolean expires() {
    return expires;
  }

  void setExpires(boolean expires) {
    this.expires = expires;
  }

  String expiry() {
    return expiry;
  }

  void setExpiry(String expiry) {
    this.expiry = expiry;
  }

  /** How many earlier states it has. */
  int past() {
    return past;
  }

  void addPast() {
    past++;
  }

  @Override
  public void close() {
    values.values().forEach(Value::close);
    attached.stream().map(Attached::inline).forEach(Value::close);
  }
}

package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Envelope;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

/** Seals and opens the records of one collection. Not for several threads at once. */
public final class RecordCipher {
  private final Envelope envelope = new Envelope();
  private final CollectionKeys keys;

  /** Uses {@code keys}, which stay with the caller. */
  public RecordCipher(CollectionKeys keys) {
    this.keys = keys;
  }

  /** Seals what lists and searches need of a record. */
  public byte[] sealMeta(UUID record, int version, byte[] text) {
    return envelope.sealFor(
        Labels.meta(record, version), keys.meta(), place(record, version, Kind.META), text);
  }

  /**
   * Opens it; the caller wipes the result.
   *
   * @throws AEADBadTagException if it was changed or belongs elsewhere
   */
  public byte[] openMeta(UUID record, int version, byte[] sealed) throws AEADBadTagException {
    return envelope.openFor(
        Labels.meta(record, version), keys.meta(), place(record, version, Kind.META), sealed);
  }

  /** Seals one version of a record's secrets. */
  public byte[] sealSecret(UUID record, int version, byte[] text) {
    return envelope.sealFor(
        Labels.secret(record, version), keys.secret(), place(record, version, Kind.SECRET), text);
  }

  /**
   * Opens it; the caller wipes the result.
   *
   * @throws AEADBadTagException if it was changed or belongs elsewhere
   */
  public byte[] openSecret(UUID record, int version, byte[] sealed) throws AEADBadTagException {
    return envelope.openFor(
        Labels.secret(record, version), keys.secret(), place(record, version, Kind.SECRET), sealed);
  }

  /** Seals what the collection, or a member of it, is called. */
  public byte[] sealProfile(UUID owner, Kind kind, byte[] text) {
    return envelope.sealFor(Labels.meta(owner, 0), keys.meta(), place(owner, 0, kind), text);
  }

  /**
   * Opens it.
   *
   * @throws AEADBadTagException if it was changed or belongs elsewhere
   */
  public byte[] openProfile(UUID owner, Kind kind, byte[] sealed) throws AEADBadTagException {
    return envelope.openFor(Labels.meta(owner, 0), keys.meta(), place(owner, 0, kind), sealed);
  }

  private byte[] place(UUID record, int version, Kind kind) {
    return new Place(keys.vault(), keys.collection(), keys.epoch(), record, version, kind).bytes();
  }
}

package io.keyarbor.vault.local;

import io.keyarbor.vault.codec.NameRecord;
import io.keyarbor.vault.keys.CollectionKeys;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.local.Snapshot.Item;
import java.util.Map;
import java.util.UUID;

/**
 * What unlocking gave.
 *
 * @param items decrypted metadata of every record
 * @param collection what collection and vault are called
 * @param profile what the member is called
 */
record Opened(
    Stored stored,
    MemberKeys member,
    CollectionKeys keys,
    Map<UUID, Item> items,
    NameRecord collection,
    NameRecord profile)
    implements AutoCloseable {
  @Override
  public void close() {
    member.close();
    keys.close();
    items.clear();
  }
}

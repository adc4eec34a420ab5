package io.keyarbor.storage;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.local.LocalVault;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that someone prepared, so that opening them does something. */
class HostileFileTest {
  private static final String RAN = "keyarbor.test.ran";

  @TempDir static Path template;
  @TempDir Path folder;
  private Path file;
  private LocalVault vault;

  @BeforeAll
  static void createAVault() {
    LocalVault vault = TestVaults.vault(template.resolve("state"));
    vault
        .create(template.resolve("vault"), "Mine", key("pw"))
        .credentials()
        .add(details("A"), Map.of());
    vault.lock();
  }

  @BeforeEach
  void copyIt() throws Exception {
    System.clearProperty(RAN);
    file = Files.copy(template.resolve("vault"), folder.resolve("vault"));
    vault = TestVaults.vault(folder.resolve("state"));
  }

  @AfterEach
  void nothingForeignRan() {
    vault.lock();
    assertEquals(null, System.getProperty(RAN), "code from the file ran");
  }

  /** What the statements below call, if they ever get that far. */
  public static int canary() {
    System.setProperty(RAN, "yes");
    return 1;
  }

  /** A class that is enough to be loaded or made. */
  public static class Canary {
    static {
      canary();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER t BEFORE SELECT ON credential AS 'org.h2.api.Trigger create() {"
            + " System.setProperty(\"keyarbor.test.ran\", \"yes\");"
            + " return new org.h2.api.Trigger() { public void fire(java.sql.Connection c,"
            + " Object[] o, Object[] n) {} }; }'",
        "CREATE FORCE TRIGGER t AFTER INSERT ON vault CALL \"io.keyarbor.storage.HostileFileTest$Canary\"",
        "CREATE ALIAS f FOR \"io.keyarbor.storage.HostileFileTest.canary\"",
        "CREATE ALIAS f AS 'int f() { System.setProperty(\"keyarbor.test.ran\", \"yes\"); return 1; }'",
        "CREATE FORCE AGGREGATE f FOR \"io.keyarbor.storage.HostileFileTest$Canary\"",
        "CREATE FORCE LINKED TABLE l('', 'jdbc:h2:mem:x;INIT=CALL 1', '', '', 'x')",
        "CREATE VIEW v AS SELECT 1 AS x",
        "CREATE FORCE VIEW v AS SELECT FILE_READ('/etc/hostname') AS x",
        "CREATE DOMAIN d AS INTEGER CHECK (VALUE > 0)",
        "CREATE TABLE extra(o JAVA_OBJECT)",
        "CREATE TABLE extra(id INTEGER)",
        "CREATE INDEX i ON credential(updated_at)",
        "CREATE SEQUENCE s",
        "CREATE CONSTANT c VALUE 1",
        "CREATE SCHEMA other",
        "CREATE ROLE r",
        "CREATE USER stranger PASSWORD 'x' ADMIN",
        "ALTER USER \"\" SET PASSWORD 'x'",
        "ALTER TABLE credential ADD COLUMN more VARCHAR DEFAULT 'x'",
        "ALTER TABLE credential ALTER COLUMN version SET DEFAULT 7",
        "ALTER TABLE credential ADD CONSTRAINT c CHECK (version > 0)",
        "COMMENT ON TABLE member IS 'x'",
        "SET ALLOW_LITERALS NONE",
        "SET DEFAULT_LOCK_TIMEOUT 7",
        "SET WRITE_DELAY 500"
      })
  void anythingThatKeyarborDoesNotWriteIsRefusedUnrun(String statement) throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, List.of(statement));
    }
    System.clearProperty(RAN);
    byte[] before = Files.readAllBytes(file);

    assertThrows(
        VaultException.Hostile.class, () -> vault.unlock(file, key("pw"), false), statement);
    assertThrows(VaultException.Hostile.class, () -> vault.needsKeyFile(file));

    assertArrayEquals(before, Files.readAllBytes(file), "the file was not touched");
  }

  @Test
  void theMessageSaysWhatWasFound() throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(
          connection, List.of("CREATE ALIAS f FOR \"io.keyarbor.storage.HostileFileTest.canary\""));
    }
    var e = assertThrows(VaultException.Hostile.class, () -> vault.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("CREATE ALIAS"), e.getMessage());
    assertTrue(e.getMessage().contains("was not opened"), e.getMessage());
  }

  @Test
  void aTriggerWithCodeWouldHaveRunWithoutTheLook() throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, List.of("CREATE ALIAS f AS 'int f() {" + " return 1; }'"));
    }
    // The engine compiles it when it opens the file: that is what the look keeps from happening.
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, List.of("CALL f()"));
    }
  }

  @Test
  void aTypeOfAStrangersMakingIsNotLoaded() {
    withStore(store -> {
      MVMap<String, String> types =
          store.openMap(
              "_",
              new MVMap.Builder<String, String>()
                  .keyType(StringDataType.INSTANCE)
                  .valueType(new TypeNames()));
      types.clear();
      types.put("bad", Canary.class.getName());
    });
    var e = assertThrows(VaultException.Hostile.class, () -> vault.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("Canary"), e.getMessage());
  }

  @Test
  void aSuspendedTransactionOfJavaObjectsIsNotRead() {
    withStore(store -> {
      MVMap<Integer, Object> suspended = store.openMap("openTransactions");
      suspended.put(1, new HashMap<>(Map.of("a", "b")));
    });
    assertThrows(VaultException.Hostile.class, () -> vault.unlock(file, key("pw"), false));
  }

  @Test
  void anUnknownPartIsRefused() {
    withStore(store -> store.openMap("more").put("a", "b"));
    assertThrows(VaultException.Hostile.class, () -> vault.unlock(file, key("pw"), false));
  }

  /** Writes types as the engine does, whatever their names. */
  private static final class TypeNames extends BasicDataType<String> {
    @Override
    public void write(WriteBuffer out, String name) {
      out.putVarInt(name.length()).putStringData(name, name.length());
    }

    @Override
    public String read(ByteBuffer in) {
      return new KnownTypes().read(in);
    }

    @Override
    public String[] createStorage(int size) {
      return new String[size];
    }

    @Override
    public int getMemory(String name) {
      return 100;
    }
  }

  private interface Edit {
    void on(MVStore store);
  }

  private void withStore(Edit edit) {
    MVStore store = new MVStore.Builder().fileName(EnginePath.of(file)).open();
    edit.on(store);
    store.commit();
    store.close();
  }

  @Test
  void linksFoldersAndForeignFilesAreRefused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThrows(VaultException.Hostile.class, () -> vault.unlock(link, key("pw"), false));
    assertThrows(VaultException.Hostile.class, () -> vault.unlock(folder, key("pw"), false));
    Path text = Files.writeString(folder.resolve("text"), "hello".repeat(5000));
    assertThrows(VaultException.Damaged.class, () -> vault.unlock(text, key("pw"), false));
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThrows(VaultException.Damaged.class, () -> vault.unlock(empty, key("pw"), false));
    assertEquals(0, Files.size(empty));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP TABLE usage_event", "ALTER TABLE vault RENAME TO other"})
  void aMissingTableIsDamage(String statement) throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, List.of(statement));
    }
    assertThrows(VaultException.Damaged.class, () -> vault.unlock(file, key("pw"), false));
  }

  @Test
  void aNewerFormatIsToldAsThat() throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(
          connection,
          List.of(
              "CREATE TABLE later(id INTEGER)", "COMMENT ON TABLE vault IS 'keyarbor format 2'"));
    }
    var e =
        assertThrows(VaultException.NewerFormat.class, () -> vault.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("has format 2; this Keyarbor knows formats up to 1"));
  }
}

package io.keyarbor.transfer.bitwarden;

import static io.keyarbor.transfer.TransferKit.FIXTURES;
import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.named;
import static io.keyarbor.transfer.TransferKit.password;
import static io.keyarbor.transfer.TransferKit.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.ImportFormat.Needs;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of Bitwarden; those with a password are made by {@code bitwarden_export.py}. */
class BitwardenImportTest {
  private static final String PASSWORD = "not a real password ü";
  private final ImportFormat bitwarden = FORMATS.toRead("bitwarden").orElseThrow();

  @TempDir Path folder;

  @Test
  void everyKindOfItemIsTaken() throws Exception {
    Path file = FIXTURES.resolve("bitwarden.json");
    assertEquals("bitwarden", FORMATS.of(file).name());
    assertEquals(Needs.NOTHING, bitwarden.needs(file));
    try (Reading reading = bitwarden.read(file, Options.none())) {
      checkAll(reading);
    }
  }

  private static void checkAll(Reading reading) {
    Draft shop = named(reading, "Example shop");
    assertEquals(List.of("Work", "Web"), shop.groups());
    assertTrue(shop.details().favourite());
    assertEquals(
        Map.of(
            "url", "https://shop.example/login",
            "url 2", "https://m.shop.example",
            "username", "jo@shop.example",
            "Customer", "4711",
            "Active", "true"),
        shop.details().fields());
    assertEquals(
        Map.of(
            "password", "fake-\"quoted\" ✓ 😀",
            "totp", "otpauth://totp/Example:jo?secret=FAKEFAKEFAKEFAKE",
            "PIN", "fake-pin-0000"),
        texts(shop));
    Draft note = named(reading, "Recovery");
    assertEquals(List.of("Наше"), note.groups());
    assertEquals("", note.details().notes());
    assertEquals(Map.of("note", "fake-recovery-1\nfake-recovery-2"), texts(note));
    Draft card = named(reading, "Card");
    assertEquals(Map.of("number", "4000000000000000", "code", "000"), texts(card));
    assertEquals("Jo Example", card.details().fields().get("cardholderName"));
    assertEquals(Map.of("ssn", "000-00-0000"), texts(named(reading, "Me")));
    Draft server = named(reading, "Server");
    assertEquals("ssh", server.details().serviceType());
    assertTrue(texts(server).get("private_key").startsWith("-----BEGIN OPENSSH"));
    assertEquals(5, reading.drafts().size());
    List<String> told = reading.skipped().stream().map(Reading.Skipped::why).toList();
    assertTrue(told.stream().anyMatch(why -> why.contains("trash")), told.toString());
    assertTrue(told.stream().anyMatch(why -> why.contains("passkey")), told.toString());
    assertTrue(told.stream().anyMatch(why -> why.contains("earlier")), told.toString());
    assertFalse(told.toString().contains("fake"), told.toString());
  }

  @Test
  void aLoginThatIsOnlyANoteIsASecret() throws Exception {
    Path file = folder.resolve("note.json");
    Files.writeString(
        file,
        """
        {"encrypted": false, "items": [
          {"type": 1, "name": "Codes", "notes": "fake-code", "login": {"username": null}}]}
        """);
    try (Reading reading = bitwarden.read(file, Options.none())) {
      Draft codes = named(reading, "Codes");
      assertEquals("generic-secret", codes.details().serviceType());
      assertEquals(Map.of("note", "fake-code"), texts(codes));
      assertEquals("", codes.details().notes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitwarden-pbkdf2.json", "bitwarden-argon2id.json"})
  void aProtectedExportOpensWithItsPasswordAlone(String name) throws Exception {
    Path file = FIXTURES.resolve(name);
    assertEquals("bitwarden", FORMATS.of(file).name());
    assertEquals(Needs.PASSWORD, bitwarden.needs(file));
    try (Reading reading = bitwarden.read(file, password(PASSWORD))) {
      checkAll(reading);
    }
    TransferException wrong =
        assertThrows(TransferException.class, () -> bitwarden.read(file, password("wrong-fake")));
    assertTrue(wrong.isWrongPassword());
    assertFalse(wrong.getMessage().contains("wrong-fake"));
    TransferException none =
        assertThrows(TransferException.class, () -> bitwarden.read(file, Options.none()));
    assertTrue(none.isWrongPassword());
  }

  @Test
  void aChangedByteIsDamageAndNoWrongPassword() throws Exception {
    String text = Files.readString(FIXTURES.resolve("bitwarden-pbkdf2.json"));
    int at = text.indexOf("\"data\"") + 300;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Path file = folder.resolve("changed.json");
    Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));
    TransferException fault =
        assertThrows(TransferException.class, () -> bitwarden.read(file, password(PASSWORD)));
    assertFalse(fault.isWrongPassword());
    assertTrue(fault.getMessage().contains("damaged"), fault.getMessage());
  }

  @Test
  void anExportForTheAccountAloneSaysWhatToDo() throws Exception {
    Path file = folder.resolve("account.json");
    Files.writeString(
        file,
        """
        {"encrypted": true, "encKeyValidation_DO_NOT_EDIT": "2.QUFB|QUFB|QUFB", "folders": [], "items": []}
        """);
    assertEquals("bitwarden", FORMATS.of(file).name());
    TransferException fault =
        assertThrows(TransferException.class, () -> bitwarden.read(file, Options.none()));
    assertTrue(fault.getMessage().contains("Password protected"), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kdfType\": 0, \"kdfIterations\": 2000000000",
        "\"kdfType\": 1, \"kdfIterations\": 3, \"kdfMemory\": 1000000, \"kdfParallelism\": 4",
        "\"kdfType\": 1, \"kdfIterations\": 3, \"kdfMemory\": 64, \"kdfParallelism\": 0",
        "\"kdfType\": 7, \"kdfIterations\": 3"
      })
  void aFileCannotAskForTooMuch(String parameters) throws Exception {
    Path file = folder.resolve("greedy.json");
    Files.writeString(
        file,
        "{\"encrypted\": true, \"passwordProtected\": true, \"salt\": \"AAAA\", "
            + parameters
            + ", \"encKeyValidation_DO_NOT_EDIT\": \"2.A|A|A\", \"data\": \"2.A|A|A\"}");
    TransferException fault =
        assertThrows(TransferException.class, () -> bitwarden.read(file, password("x")));
    assertFalse(fault.isWrongPassword(), fault.getMessage());
  }
}

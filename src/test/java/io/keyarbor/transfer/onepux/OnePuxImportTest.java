package io.keyarbor.transfer.onepux;

import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.named;
import static io.keyarbor.transfer.TransferKit.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of 1Password, put together here as its documentation describes them. */
class OnePuxImportTest {
  private static final String DATA =
      """
      {"accounts": [{
        "attrs": {"accountName": "Jo", "name": "Jo", "email": "jo@example.com", "uuid": "A", "domain": "https://x/"},
        "vaults": [{
          "attrs": {"uuid": "V", "desc": "", "avatar": "v.png", "name": "Private", "type": "P"},
          "items": [
            {"uuid": "1", "favIndex": 1, "createdAt": 1, "updatedAt": 1, "state": "active", "categoryUuid": "001",
             "details": {
               "loginFields": [
                 {"value": "jo", "id": "", "name": "user", "fieldType": "T", "designation": "username"},
                 {"value": "fake-pw", "id": "", "name": "pw", "fieldType": "P", "designation": "password"},
                 {"value": "on", "id": "", "name": "remember", "fieldType": "C"}],
               "notesPlain": "a note",
               "sections": [{"title": "More", "name": "s", "fields": [
                 {"title": "one-time password", "id": "TOTP_1", "value": {"totp": "otpauth://fake"}},
                 {"title": "PIN", "id": "p", "value": {"concealed": "fake-0000"}},
                 {"title": "Born", "id": "d", "value": {"date": 86400}},
                 {"title": "Mail", "id": "m", "value": {"email": {"email_address": "jo@example.com", "provider": null}}},
                 {"title": "Home", "id": "a", "value": {"address": {"street": "Way 1", "city": "Town"}}},
                 {"title": "Scan", "id": "f", "value": {"file": {"fileName": "../../scan.png", "documentId": "doc1"}}}]}],
               "passwordHistory": [{"value": "fake-old", "time": 1}]},
             "overview": {"subtitle": "jo", "urls": [{"label": "", "url": "https://a.example"},
               {"label": "", "url": "https://b.example"}], "title": "Shop", "url": "https://a.example", "tags": ["x"]}},
            {"item": {"uuid": "2", "state": "archived", "categoryUuid": "003",
             "details": {"loginFields": [], "notesPlain": "fake-note-secret", "sections": [], "passwordHistory": []},
             "overview": {"title": "Note", "url": ""}}},
            {"uuid": "3", "state": "active", "categoryUuid": "114",
             "details": {"loginFields": [], "sections": [{"title": "", "fields": [
               {"title": "private key", "id": "private_key", "value": {"sshKey": {
                 "privateKey": "-----BEGIN PRIVATE KEY-----fake",
                 "metadata": {"privateKey": "-----BEGIN PRIVATE KEY-----fake", "publicKey": "ssh-ed25519 AAAA",
                   "fingerprint": "SHA256:fake", "keyType": "ed25519"}}}}]}]},
             "overview": {"title": "Server", "url": ""}},
            {"uuid": "4", "state": "active", "categoryUuid": "006",
             "details": {"documentAttributes": {"fileName": "plan.pdf", "documentId": "doc2", "decryptedSize": 9}},
             "overview": {"title": "Plan", "url": ""}},
            {"uuid": "5", "trashed": true, "categoryUuid": "001", "details": {}, "overview": {"title": "Gone"}}
          ]}]}]}
      """;

  @TempDir Path folder;

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("export.1pux");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static Reading read(Path file) throws TransferException {
    return FORMATS.toRead("1pux").orElseThrow().read(file, Options.none());
  }

  @Test
  void itemsOfAllKindsAreTakenWithTheirFiles() throws Exception {
    Path file =
        zip(
            Map.of(
                "export.attributes", "{\"version\": 3}".getBytes(UTF_8),
                "export.data", DATA.getBytes(UTF_8),
                "files/doc1__../../scan.png", new byte[] {1, 0, (byte) 0xff},
                "files/doc2__plan.pdf", "fake plan".getBytes(UTF_8)));
    assertEquals("1pux", FORMATS.of(file).name());
    try (Reading reading = read(file)) {
      Draft shop = named(reading, "Shop");
      assertEquals(List.of("Private"), shop.groups());
      assertEquals("a note", shop.details().notes());
      assertEquals(Set.of("x"), shop.details().tags());
      assertTrue(shop.details().favourite());
      Map<String, String> fields = shop.details().fields();
      assertEquals("https://a.example", fields.get("url"));
      assertEquals("https://b.example", fields.get("url 2"));
      assertEquals("1970-01-02", fields.get("Born"));
      assertEquals("jo@example.com", fields.get("Mail"));
      assertEquals("Way 1", fields.get("Home street"));
      assertEquals(Set.of("password", "totp", "PIN", "file:scan.png"), shop.secrets().keySet());
      assertEquals(3, shop.secrets().get("file:scan.png").length());
      Draft note = named(reading, "Note");
      assertEquals(Map.of("note", "fake-note-secret"), texts(note));
      assertEquals(Set.of("archived"), note.details().tags());
      assertEquals("ssh", named(reading, "Server").details().serviceType());
      assertEquals(Map.of("file:plan.pdf", "fake plan"), texts(named(reading, "Plan")));
      assertEquals("item 4", named(reading, "Plan").origin());
      assertEquals(
          List.of("item 1", "item 5"),
          reading.skipped().stream().map(Reading.Skipped::origin).toList());
    }
  }

  @Test
  void aFileThatIsTooLargeOrMissingCostsOnlyItself() throws Exception {
    Path file =
        zip(
            Map.of(
                "export.data",
                DATA.getBytes(UTF_8),
                "files/doc2__plan.pdf",
                new byte[Draft.MOST_BYTES + 1]));
    try (Reading reading = read(file)) {
      assertEquals(Map.of(), texts(named(reading, "Plan")));
      assertEquals("fake-pw", texts(named(reading, "Shop")).get("password"));
      assertEquals(
          2, reading.skipped().stream().filter(s -> s.why().contains("attached file")).count());
    }
  }

  /** A quarter of a gigabyte of zeroes in a quarter of a megabyte. */
  @Test
  void aBombIsRefusedWhenItHasGrownTooLarge() throws Exception {
    Path file = folder.resolve("bomb.1pux");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("export.data"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 257; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    TransferException fault = assertThrows(TransferException.class, () -> read(file));
    assertTrue(fault.getMessage().contains("unpacks"), fault.getMessage());
  }

  @Test
  void whatIsNoExportIsToldSo() throws Exception {
    Path other = zip(Map.of("other.txt", new byte[0]));
    assertTrue(
        assertThrows(TransferException.class, () -> read(other))
            .getMessage()
            .contains("export.data"));
    Path file = Files.write(folder.resolve("x.1pux"), new byte[] {'P', 'K', 3, 4, 0});
    assertFalse(assertThrows(TransferException.class, () -> read(file)).getMessage().isEmpty());
  }
}

package io.keyarbor.transfer.csv;

import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.named;
import static io.keyarbor.transfer.TransferKit.read;
import static io.keyarbor.transfer.TransferKit.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of all kinds of programs. */
class CsvImportTest {
  @TempDir Path folder;

  private Reading csv(String text) throws Exception {
    return read(folder, "csv", "keys.csv", text);
  }

  @Test
  void usualHeadingsAreKnown() throws Exception {
    try (Reading reading =
        csv(
            """
            folder,favorite,name,notes,login_uri,login_username,login_password,login_totp,tags,expires
            Work/Web,1,Shop,"a ""note"", of
            two lines",https://shop.example,jo,"fake,;""pw",otpauth://x,"a;b",2030-01-31
            """)) {
      Draft shop = named(reading, "Shop");
      assertEquals(List.of("Work", "Web"), shop.groups());
      assertEquals(
          Map.of("url", "https://shop.example", "username", "jo"), shop.details().fields());
      assertEquals(Map.of("password", "fake,;\"pw", "totp", "otpauth://x"), texts(shop));
      assertEquals("a \"note\", of\ntwo lines", shop.details().notes());
      assertEquals(Set.of("a", "b"), shop.details().tags());
      assertEquals(Optional.of(LocalDate.of(2030, 1, 31)), shop.details().expires());
      assertTrue(shop.details().favourite());
    }
  }

  @Test
  void delimitersLineEndsAndEncodingsAreSeen() throws Exception {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String mark : List.of("", "\uFEFF")) {
        for (String delimiter : List.of(",", ";", "\t")) {
          String text = mark + "name;password\r\nÄpfel;\"fäke\r\n;,\"\r\n".replace(";", delimiter);
          Path file = folder.resolve("keys.csv");
          Files.write(file, text.getBytes(charset));
          try (Reading reading = FORMATS.of(file).read(file, Options.none())) {
            assertEquals(
                Map.of("password", "fäke\r\n" + delimiter + ","),
                texts(named(reading, "Äpfel")),
                charset + delimiter);
          }
        }
      }
    }
  }

  @Test
  void oneBadRowNeverLosesTheRest() throws Exception {
    try (Reading reading =
        csv(
            """
            name,service,password,expires
            A,,fake-a,
            B,,fake-b,tomorrow
            C,no-such-service,fake-c,
            D,,fake-d,,too,many

            E,,"fake-e,
            F,,fake-f,
            """)) {
      assertEquals(
          List.of("A", "F"), reading.drafts().stream().map(d -> d.details().name()).toList());
      assertEquals(
          List.of("row 3", "row 4", "row 5", "row 7"),
          reading.skipped().stream().map(Reading.Skipped::origin).toList());
      assertFalse(reading.skipped().toString().contains("fake"));
    }
  }

  @Test
  void columnsAndServiceCanBeSaid() throws Exception {
    Path file = folder.resolve("keys.csv");
    Files.writeString(file, "Owner,Key,Org,Junk\nOps,fake-key,org-1,x\n");
    Options options =
        new Options(
            Optional.empty(),
            Optional.empty(),
            Map.of("owner", "name", "KEY", "api_key", "Org", "organization", "Junk", "-"),
            Optional.of("openai"));
    try (Reading reading = FORMATS.toRead("csv").get().read(file, options)) {
      Draft ops = named(reading, "Ops");
      assertEquals("openai", ops.details().serviceType());
      assertEquals(
          Map.of("auth_method", "api_key", "organization", "org-1"), ops.details().fields());
      assertEquals(Map.of("api_key", "fake-key"), texts(ops));
    }
  }

  @Test
  void aPasswordIsTheSecretOfWhateverServiceTheRowIsOf() throws Exception {
    try (Reading reading =
        csv("name,service,password,url\nLab,Grafana,fake-token,https://grafana.example\n")) {
      Draft lab = named(reading, "Lab");
      assertEquals("grafana", lab.details().serviceType());
      assertEquals(Map.of("token", "fake-token"), texts(lab));
      assertEquals("https://grafana.example", lab.details().fields().get("url"));
    }
  }

  @Test
  void aColumnThatNobodyKnowsIsKeptLikeASecret() throws Exception {
    try (Reading reading = csv("name,password,PIN of the card\nBank,fake,0000\n")) {
      assertEquals(
          Map.of("password", "fake", "PIN of the card", "0000"), texts(named(reading, "Bank")));
    }
  }

  @Test
  void aSecondColumnOfTheSameKindIsKept() throws Exception {
    try (Reading reading =
        csv(
            """
            name,username,email,password,pass,notes,comments,folder,vault,tags,labels
            Shop,jo,jo@shop.example,fake-1,fake-2,a note,fake-more,Web,Home,a,b
            """)) {
      Draft shop = named(reading, "Shop");
      assertEquals(
          Map.of("username", "jo", "username 2", "jo@shop.example"), shop.details().fields());
      assertEquals(
          Map.of(
              "password", "fake-1", "password 2", "fake-2", "notes", "fake-more", "group", "Home"),
          texts(shop));
      assertEquals("a note", shop.details().notes());
      assertEquals(List.of("Web"), shop.groups());
      assertEquals(Set.of("a", "b"), shop.details().tags());
    }
  }

  @Test
  void aRowThatIsOnlyANoteIsASecret() throws Exception {
    try (Reading reading =
        csv(
            """
            type,name,notes,login_username,login_password
            note,Codes,fake-codes,,
            login,Bare,fake-bare,,
            login,Shop,open,jo,fake-shop
            """)) {
      for (String name : List.of("Codes", "Bare")) {
        Draft note = named(reading, name);
        assertEquals("generic-secret", note.details().serviceType());
        assertEquals(Map.of("kind", "note"), note.details().fields());
        assertEquals("", note.details().notes());
      }
      assertEquals(Map.of("note", "fake-codes"), texts(named(reading, "Codes")));
      assertEquals("open", named(reading, "Shop").details().notes());
      assertEquals(List.of(), reading.skipped());
    }
  }

  @Test
  void aPreviewShowsNoFirstRowThatMayBeACredential() throws Exception {
    Path file = folder.resolve("keys.csv");
    Files.writeString(file, "shop,fake-1\nbank,fake-2\n");
    for (TablePreview.Heading heading : TablePreview.of(file).headings()) {
      assertTrue(heading.shown().startsWith("Column "), heading.shown());
      assertEquals(heading.shown(), heading.target());
      assertEquals(List.of("••••••"), heading.samples());
    }
    Files.writeString(file, "name,Key\nOps,fake-1\n");
    assertEquals(
        List.of("name", "Key"),
        TablePreview.of(file).headings().stream().map(TablePreview.Heading::shown).toList());
  }

  @Test
  void keePassXcIsRecognisedAndItsRootLeftOut() throws Exception {
    Path file = folder.resolve("kp.csv");
    Files.writeString(
        file,
        """
        "Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"
        "Root","Top","jo","fake-1","https://top.example","","","0","2025-01-01T00:00:00Z","2024-01-01T00:00:00Z"
        "Root/Web/Shop","Inner","al","fa""ke, 2","","line 1
        line 2","otpauth://totp/x?secret=FAKE","0","2025-01-01T00:00:00Z","2024-01-01T00:00:00Z"
        """);
    assertEquals("keepassxc-csv", FORMATS.of(file).name());
    try (Reading reading = FORMATS.of(file).read(file, Options.none())) {
      assertEquals(List.of(), named(reading, "Top").groups());
      assertEquals(List.of("Web", "Shop"), named(reading, "Inner").groups());
      assertEquals(
          Map.of("password", "fa\"ke, 2", "totp", "otpauth://totp/x?secret=FAKE"),
          texts(named(reading, "Inner")));
      assertEquals("line 1\nline 2", named(reading, "Inner").details().notes());
    }
  }

  @Test
  void aTableWithoutAHeadingIsRefusedWithoutQuotingIt() {
    TransferException fault =
        assertThrows(TransferException.class, () -> csv("shop,jo,fake-password\n"));
    assertTrue(fault.getMessage().contains("--column"), fault.getMessage());
    assertFalse(fault.getMessage().contains("fake-password"), fault.getMessage());
  }

  @Test
  void aMappingOfAMissingColumnIsToldByName() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.csv"), "name,password\nA,fake\n");
    Options options =
        new Options(Optional.empty(), Optional.empty(), Map.of("Nmae", "name"), Optional.empty());
    TransferException fault =
        assertThrows(
            TransferException.class, () -> FORMATS.toRead("csv").get().read(file, options));
    assertTrue(fault.getMessage().contains("nmae"), fault.getMessage());
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    Path file = folder.resolve("keys.csv");
    Files.write(file, new byte[] {'n', 'a', 'm', 'e', (byte) 0xff, (byte) 0xfe, '\n'});
    assertThrows(
        TransferException.class, () -> FORMATS.toRead("csv").get().read(file, Options.none()));
    Files.write(file, new byte[0]);
    assertThrows(
        TransferException.class, () -> FORMATS.toRead("csv").get().read(file, Options.none()));
  }
}

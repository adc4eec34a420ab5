package io.keyarbor.transfer.kdbx;

import static io.keyarbor.transfer.kdbx.Forged.entry;
import static io.keyarbor.transfer.kdbx.Forged.hidden;
import static io.keyarbor.transfer.kdbx.Forged.root;
import static io.keyarbor.transfer.kdbx.Forged.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.kdbx.Given.Content;
import io.keyarbor.transfer.kdbx.Given.Seen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the parts of an entry. */
class EntryTest {
  @TempDir Path folder;

  private Content read(String xml, byte[]... binaries) throws Exception {
    return Given.read(new Forged().version4(folder.resolve("db.kdbx"), xml, binaries));
  }

  private Seen only(String inside) throws Exception {
    return read(entry(inside)).drafts().getFirst();
  }

  @Test
  void protectedValuesAreSecretsAndOthersAreNot() throws Exception {
    Seen seen =
        only(string("Title", "x") + hidden("Token", "visibly-fake") + string("Region", "eu"));
    assertEquals(Map.of("Token", "visibly-fake"), seen.bytes());
    assertEquals(Map.of("Region", "eu"), seen.fields());
  }

  @Test
  void aPasswordAndAOneTimeCodeAreSecretsEvenIfTheFileDoesNotProtectThem() throws Exception {
    Seen seen =
        only(
            string("Password", "visibly-fake")
                + string("otp", "otpauth://totp/x?secret=VISIBLYFAKE")
                + string("TOTP Seed", "VISIBLYFAKE")
                + string("TimeOtp-Secret-Base32", "VISIBLYFAKE"));
    assertEquals(
        Map.of(
            "password", "visibly-fake",
            "totp", "otpauth://totp/x?secret=VISIBLYFAKE",
            "TOTP Seed", "VISIBLYFAKE",
            "TimeOtp-Secret-Base32", "VISIBLYFAKE"),
        seen.bytes());
    assertEquals(Map.of(), seen.fields());
  }

  @Test
  void protectedNotesAreASecretAndNotInTheList() throws Exception {
    Seen seen = only(hidden("Notes", "visibly fake"));
    assertEquals("", seen.notes());
    assertEquals(Map.of("notes", "visibly fake"), seen.bytes());
  }

  @Test
  void anEntryThatIsOnlyANoteIsASecret() throws Exception {
    Seen seen = only(string("Title", "Codes") + string("Notes", "visibly fake"));
    assertEquals("generic-secret", seen.service());
    assertEquals(Map.of("kind", "note"), seen.fields());
    assertEquals(Map.of("note", "visibly fake"), seen.bytes());
    assertEquals("", seen.notes());
  }

  @ParameterizedTest
  @CsvSource({
    "Shop, https://a.example/, me, Shop",
    "'', https://a.example/x, me, a.example",
    "' ', not a url, me, me",
    "'', '', '', Entry without a title"
  })
  void anEntryWithoutATitleIsCalledAfterItsHostOrUser(
      String title, String url, String user, String name) throws Exception {
    Seen seen = only(string("Title", title) + string("URL", url) + string("UserName", user));
    assertEquals(name, seen.name());
    assertEquals(url.isEmpty() ? null : url, seen.fields().get("url"), "kept as it stands");
  }

  @Test
  void passkeysAndOtherProgramsValuesAreKept() throws Exception {
    Seen seen =
        only(
            string("KPEX_PASSKEY_USERNAME", "me")
                + hidden("KPEX_PASSKEY_PRIVATE_KEY_PEM", "visibly fake"));
    assertEquals(Map.of("KPEX_PASSKEY_USERNAME", "me"), seen.fields());
    assertEquals(Map.of("KPEX_PASSKEY_PRIVATE_KEY_PEM", "visibly fake"), seen.bytes());
  }

  @Test
  void namesThatMeetAreToldApart() throws Exception {
    Seen seen =
        only(
            string("Password", "one")
                + hidden("password", "two")
                + string("x", "three")
                + string("x", "four"));
    assertEquals(Map.of("password", "one", "password 2", "two"), seen.bytes());
    assertEquals(Map.of("x", "three", "x 2", "four"), seen.fields());
  }

  @Test
  void aValueMayComeBeforeItsNameAndAGroupsNameAfterItsEntries() throws Exception {
    Content content =
        read(
            root(
                "<Group><Name>Root</Name><Group><Entry><String>"
                    + "<Value Protected=\"True\">[[visibly-fake]]</Value><Key>Password</Key>"
                    + "</String></Entry><Name>Late</Name></Group></Group>"));
    assertEquals(List.of("Late"), content.drafts().getFirst().groups());
    assertEquals(Map.of("password", "visibly-fake"), content.drafts().getFirst().bytes());
  }

  @Test
  void theDayOfExpiryIsThatOfThePersonsClock() throws Exception {
    String times = "<Times><ExpiryTime>%s</ExpiryTime><Expires>%s</Expires></Times>";
    assertEquals(
        Optional.of(LocalDate.of(2031, 1, 1)),
        only(times.formatted("2030-12-31T23:30:00Z", "True")).expires());
    assertEquals(
        Optional.empty(), only(times.formatted("2030-12-31T23:30:00Z", "False")).expires());
    Content broken = read(entry(times.formatted("tomorrow", "True")));
    assertEquals(Optional.empty(), broken.drafts().getFirst().expires());
    assertEquals(
        List.of(
            new Skipped(
                "Entry without a title", "when it expires cannot be read, and is left out")),
        broken.skipped());
  }

  @Test
  void theGroupOfTemplatesIsPassedByAndTold() throws Exception {
    Content content =
        read(
            "<KeePassFile><Meta><EntryTemplatesGroup>AAAA</EntryTemplatesGroup></Meta><Root><Group>"
                + "<Group><UUID>AAAA</UUID><Name>Forms</Name><Group><Entry>"
                + hidden("Password", "visibly-fake-1")
                + "</Entry></Group></Group><Entry>"
                + hidden("Password", "visibly-fake-2")
                + "</Entry></Group></Root></KeePassFile>");
    assertEquals(1, content.drafts().size());
    assertEquals("visibly-fake-2", content.drafts().getFirst().secret("password"));
    assertEquals(
        List.of(new Skipped("Forms", "these entries are templates, and are not taken: 1")),
        content.skipped());
  }

  @Test
  void whatIsTooLongIsLeftOutAndTheRestIsKept() throws Exception {
    String most = "x".repeat(Draft.MOST_BYTES);
    byte[] long1 = new byte[Draft.MOST_BYTES + 1];
    Content content =
        read(
            entry(
                string("Title", "x")
                    + hidden("huge", most + most)
                    + hidden("fits", most)
                    + hidden("no room", "visibly fake")
                    + string("Region", "eu")
                    + "<Binary><Key>a</Key><Value Ref=\"0\"/></Binary>"
                    + "<Binary><Key>b</Key><Value Ref=\"7\"/></Binary>"),
            long1);
    Seen seen = content.of("x");
    assertEquals(Map.of("fits", most), seen.bytes());
    assertEquals(Map.of("Region", "eu"), seen.fields());
    assertEquals(
        List.of("huge", "no room", "file:a", "file b"),
        content.skipped().stream()
            .map(s -> s.why().replaceFirst("its (.*?) is (left out|not).*", "$1"))
            .toList());
  }

  @Test
  void aReferenceToAnotherEntryIsTold() throws Exception {
    Content content = read(entry(string("Title", "x") + hidden("Password", "{REF:P@I:00}")));
    assertEquals(1, content.skipped().size());
    assertEquals("{REF:P@I:00}", content.of("x").secret("password"));
  }

  @Test
  void filesOfVersion3StandInTheXml() throws Exception {
    String xml =
        "<KeePassFile><Meta><Binaries><Binary ID=\"0\" Compressed=\"True\">"
            + gzipped("visibly-fake")
            + "</Binary><Binary ID=\"1\" Protected=\"True\">[[visibly]]</Binary></Binaries></Meta>"
            + "<Root><Group><Entry>"
            + hidden("Password", "visibly-fake")
            + "<Binary><Key>a</Key><Value Ref=\"1\"/></Binary>"
            + "<Binary><Key>b</Key><Value>ZmFrZQ==</Value></Binary>"
            + "</Entry></Group></Root></KeePassFile>";
    Seen seen =
        Given.read(new Forged().version3(folder.resolve("db.kdbx"), xml)).drafts().getFirst();
    assertEquals(
        Map.of("password", "visibly-fake", "file:a", "visibly", "file:b", "fake"), seen.bytes());
  }

  private static String gzipped(String text) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return java.util.Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @ParameterizedTest
  @EnumSource(OuterCipher.class)
  @RequiresProgram(KeePassXc.PROGRAM)
  void everyCipherIsReadInBothVersionsAndKeePassXcAgrees(OuterCipher cipher) throws Exception {
    String xml = entry(string("Title", "x") + hidden("Password", "visibly-fake"));
    Forged forged = new Forged().with(cipher);
    KeePassXc keepass = new KeePassXc(folder);
    for (Path file :
        List.of(
            forged.version4(folder.resolve("4.kdbx"), xml),
            forged.version3(folder.resolve("3.kdbx"), xml))) {
      assertEquals("visibly-fake", Given.read(file).of("x").secret("password"));
      assertEquals(
          "visibly-fake\n",
          keepass.open("show", "-q", "-s", "-a", "Password", file.toString(), "x"));
    }
  }

  @Test
  void severalTagsAreSetApartAsProgramsWriteThem() throws Exception {
    assertEquals(Set.of("a", "b c", "d"), only("<Tags> a;b c,d;;</Tags>").tags());
    assertTrue(only("<Tags/>").tags().isEmpty());
  }
}

package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.kdbx.Given.Content;
import io.keyarbor.transfer.kdbx.Given.Seen;
import io.keyarbor.vault.Details;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person comes from KeePassXC, and goes back to it. */
@RequiresProgram(KeePassXc.PROGRAM)
@Timeout(60)
class KeePassXcTest {
  @TempDir Path folder;
  private Path file;
  private KeePassXc keepass;

  @BeforeEach
  void start() {
    file = folder.resolve("db.kdbx");
    keepass = new KeePassXc(folder);
  }

  private void create(String... more) throws Exception {
    String[] command = {"db-create", "-q", "-p", "db.kdbx"};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    keepass.run("visibly-fake\nvisibly-fake\n", all);
  }

  @Test
  void aDatabaseOfVersion3IsReadWithItsGroupsFilesAndLetters() throws Exception {
    create();
    keepass.open("mkdir", "-q", "db.kdbx", "Серверы");
    keepass.open("mkdir", "-q", "db.kdbx", "Серверы/東京");
    keepass.run(
        "visibly-fake\nvisibly \"fake\" <密码> & 🔑\n",
        "add",
        "-q",
        "-p",
        "-u",
        "Jürgen",
        "--url",
        "https://example.com/?a=b&c",
        "--notes",
        "one <two>",
        "db.kdbx",
        "Серверы/東京/Шлюз");
    byte[] blob = {0, 1, 2, (byte) 255, '\r', '\n'};
    Files.write(folder.resolve("blob"), blob);
    keepass.open("attachment-import", "-q", "db.kdbx", "Серверы/東京/Шлюз", "ключ.bin", "blob");
    assertEquals(3, Files.readAllBytes(file)[10], "it writes version 3");

    Seen seen = Given.read(file).of("Шлюз");
    assertEquals(List.of("Серверы", "東京"), seen.groups());
    assertEquals("generic-login", seen.service());
    assertEquals(Map.of("username", "Jürgen", "url", "https://example.com/?a=b&c"), seen.fields());
    assertEquals("visibly \"fake\" <密码> & 🔑", seen.secret("password"));
    assertEquals("one <two>", seen.notes());
    assertArrayEquals(
        blob, seen.bytes().get("file:ключ.bin").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aKeyFileOpensWithThePasswordOnly() throws Exception {
    create("--set-key-file", "it.key");
    keepass.open("add", "-q", "-g", "-k", "it.key", "db.kdbx", "One");
    Optional<Path> keyFile = Optional.of(folder.resolve("it.key"));
    assertEquals(1, Given.read(file, Given.PASSWORD, keyFile).drafts().size());
    for (Optional<Path> wrong : List.of(Optional.<Path>empty(), Optional.of(file))) {
      TransferException fault =
          assertThrows(TransferException.class, () -> Given.read(file, Given.PASSWORD, wrong));
      assertTrue(fault.isWrongPassword(), fault.getMessage());
    }
  }

  @Test
  void aKeyFileAloneOpens() throws Exception {
    keepass.run("", "db-create", "-q", "--set-key-file", "it.key", "db.kdbx");
    keepass.run("", "mkdir", "-q", "--no-password", "-k", "it.key", "db.kdbx", "Empty");
    assertEquals(List.of(), Given.read(file, "", Optional.of(folder.resolve("it.key"))).drafts());
  }

  @Test
  void whatWasRemovedOrChangedIsTold() throws Exception {
    create();
    keepass.open("add", "-q", "db.kdbx", "Old");
    keepass.open("add", "-q", "-u", "me", "db.kdbx", "Kept");
    keepass.open("edit", "-q", "-u", "you", "db.kdbx", "Kept");
    keepass.open("rm", "-q", "db.kdbx", "Old");
    Content content = Given.read(file);
    assertEquals(List.of("Kept"), content.drafts().stream().map(Seen::name).toList());
    assertEquals("you", content.of("Kept").fields().get("username"));
    assertEquals(
        List.of(
            new Skipped("Recycle Bin", "these entries were removed, and are not taken: 1"),
            new Skipped("History", "these are earlier states of entries, and are not taken: 1")),
        content.skipped());
  }

  @Test
  void whatKeyarborWritesItOpensChangesAndSaves() throws Exception {
    Draft web =
        new Draft(
            "Web",
            List.of("Работа", "Edge"),
            new Details(
                "Web 🌍",
                "github",
                Optional.empty(),
                Map.of("username", "me", "url", "https://example.com", "Region", "eu 1"),
                Set.of("prod", "with space"),
                true,
                "first\nsecond\ttabbed",
                Optional.of(LocalDate.of(2031, 5, 6)),
                new TlsTrust.SystemTrust()),
            Map.of(
                "password", Given.secret("p&<>\"'ß漢🔑"),
                "API key", Given.secret("visibly-fake-key"),
                "totp", Given.secret("otpauth://totp/x?secret=VISIBLYFAKE"),
                "file:blob", Given.secret(new byte[] {0, 1, 13, 10, -1})));
    Draft plain = Given.draft("Other", List.of(), Map.of(), Map.of());
    assertEquals(List.of(), Given.write(file, web, plain));
    Seen before = Seen.of(web);

    assertEquals(
        "Other\nРабота/\n  Edge/\n    Web 🌍\n", keepass.open("ls", "-q", "-R", "db.kdbx"));
    String path = "Работа/Edge/Web 🌍";
    assertEquals(
        "p&<>\"'ß漢🔑\nme\nhttps://example.com\nvisibly-fake-key\neu 1\nfirst\nsecond\ttabbed\n",
        keepass.open(
            "show",
            "-q",
            "-s",
            "-a",
            "Password",
            "-a",
            "UserName",
            "-a",
            "URL",
            "-a",
            "API key",
            "-a",
            "Region",
            "-a",
            "Notes",
            "db.kdbx",
            path));
    keepass.open("attachment-export", "-q", "db.kdbx", path, "blob", "out");
    assertArrayEquals(new byte[] {0, 1, 13, 10, -1}, Files.readAllBytes(folder.resolve("out")));
    assertTrue(keepass.open("export", "-q", "db.kdbx").contains("<Tags>prod,with space</Tags>"));
    assertEquals(before, Given.read(file).of("Web 🌍"));

    keepass.open("edit", "-q", "-u", "you", "db.kdbx", path);
    keepass.open("mkdir", "-q", "db.kdbx", "New");
    assertEquals(4, Files.readAllBytes(file)[10], "it keeps version 4");
    Seen after = Given.read(file).of("Web 🌍");
    assertEquals("you", after.fields().get("username"));
    assertEquals(before.bytes(), after.bytes());
    assertEquals(before.tags(), after.tags());
    assertEquals(before.expires(), after.expires());
    assertEquals(before.notes(), after.notes());
    assertEquals("github", after.service());
    assertTrue(after.favourite());
    close(web);
  }

  @Test
  void anOnlySecretIsWhatItShowsAsThePassword() throws Exception {
    Draft key =
        Given.draft(
            "Key", List.of(), Map.of(), Map.of("api_key", Given.secret("visibly-fake-key")));
    assertEquals(List.of(), Given.write(file, key));
    assertEquals(
        "visibly-fake-key\n", keepass.open("show", "-q", "-s", "-a", "Password", "db.kdbx", "Key"));
    assertEquals(Seen.of(key), Given.read(file).of("Key"));
    close(key);
  }

  @Test
  void whatItImportsFromXmlIsRead() throws Exception {
    Files.writeString(
        folder.resolve("in.xml"),
        """
        <?xml version="1.0"?><KeePassFile><Meta/><Root><Group><Name>Top</Name><Entry>
        <String><Key>Title</Key><Value>From XML</Value></String>
        <String><Key>Token</Key><Value ProtectInMemory="True">visibly-fake</Value></String>
        </Entry></Group></Root></KeePassFile>
        """);
    keepass.run("visibly-fake\nvisibly-fake\n", "import", "-q", "-p", "in.xml", "db.kdbx");
    assertEquals("visibly-fake", Given.read(file).of("From XML").secret("Token"));
  }

  private static void close(Draft draft) {
    draft.secrets().values().forEach(Secret::close);
  }
}

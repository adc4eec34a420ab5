package io.keyarbor.ui.detail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.vault.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that came with an import, in the detail pane. */
class AttachmentLineTest {
  private static final byte[] CONTENT = {0, 1, (byte) 0xff, '\n', 0};

  @TempDir Path folder;

  @Test
  void isSavedByteForByteWhereOnlyItsOwnerMayReadIt() throws Exception {
    Path target = folder.resolve("plan.pdf");
    try (OpenVault app = new OpenVault(folder);
        Secret file = Secret.copyOf(CONTENT)) {
      Credential before = app.add("Site", "openai", Map.of(), "api_key", "visibly-fake");
      app.session()
          .credentials()
          .edit(before, before.details(), Map.of("file:plan.pdf", file), Set.of());
      app.pointAt(target);
      var line = new DetailModel.Line("file:plan.pdf", "plan.pdf", Optional.empty());
      app.show(work ->
          work.dialogs()
              .show(
                  new AttachmentLine(new Attachments(work), before.id(), line), "Files", () -> {}));
      app.person().see("Attached file, 5 bytes");
      app.person().click("Save as…");
      app.person().see("Saved as " + target + ". Only you may read it, and it is not encrypted.");
    }
    assertArrayEquals(CONTENT, Files.readAllBytes(target));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, plan.pdf",
    "../../etc/passwd, _.._etc_passwd",
    "C:\\keys\\id, C__keys_id",
    ".bashrc, bashrc",
    "'...', attachment",
    "Übersicht (2).txt, Übersicht (2).txt"
  })
  void proposesANameThatLiesInNoOtherFolder(String attached, String proposed) {
    assertEquals(proposed, AttachedFile.plainName(attached));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 bytes", "1, 1 byte", "999, 999 bytes", "1536, 1.5 KiB"})
  void tellsSizesInWords(int bytes, String words) {
    assertEquals(words, AttachedFile.sizeText(bytes));
  }
}

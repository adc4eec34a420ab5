package io.keyarbor.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a person attaches to a credential, and takes away again. */
class AttachmentsTest {
  @TempDir Path folder;
  private OpenVault app;
  private Credential credential;
  private Attachments attachments;

  @BeforeEach
  void open() {
    app = new OpenVault(folder);
    credential = app.add("Site", "openai", Map.of(), "api_key", "visibly-fake");
    app.show(work -> attachments = new Attachments(work));
  }

  @AfterEach
  void close() {
    app.close();
  }

  private Set<String> fields() {
    return app.session().credentials().find(credential.id()).orElseThrow().secretFields();
  }

  private void add(Path... files) {
    Stagehand.onFx(() -> {
      attachments.add(credential.id(), List.of(files));
      return null;
    });
  }

  private Path file(String name, int bytes) throws Exception {
    return Files.write(folder.resolve(name), new byte[bytes]);
  }

  @Test
  void areAddedTogetherUnderNamesThatAreFree() throws Exception {
    add(file("plan.pdf", 10));
    app.person().see("“plan.pdf” is attached");
    Path other = Files.createDirectory(folder.resolve("b"));
    add(file("plan.pdf", 20), Files.write(other.resolve("notes"), new byte[] {0, -1}));
    app.person().see("2 files attached");
    assertEquals(Set.of("api_key", "file:plan.pdf", "file:plan (2).pdf", "file:notes"), fields());
    try (Secret content =
        app.session().credentials().secret(credential.id(), "file:notes").orElseThrow()) {
      assertEquals(2, content.length());
    }
  }

  @Test
  void anAddedOneGoesAgainByUndoAndTheVerdictStays() throws Exception {
    app.session()
        .credentials()
        .recordTest(
            credential.id(),
            1,
            new Verdict(
                Reason.OK,
                "Fine.",
                Instant.EPOCH,
                Duration.ofMillis(1),
                Map.of(),
                List.of(),
                new Expiry.Unknown(),
                List.of(),
                Optional.empty()));
    add(file("plan.pdf", 10));
    app.person().see("“plan.pdf” is attached");
    app.person().click("Undo");
    app.person().waitUntil(() -> fields().equals(Set.of("api_key")), "it did not go");
    assertTrue(
        app.session().credentials().find(credential.id()).orElseThrow().lastTest().isPresent());
  }

  @Test
  void areAllLeftOutWhereOneCannotBeTaken() throws Exception {
    Path large = file("large", AttachedFile.MOST_BYTES + 1);
    add(file("small", 1), large);
    app.person().see(large + " is too large: at most 900,000 bytes are taken.");
    app.person().press("Escape");
    Path gone = folder.resolve("gone");
    add(file("small", 1), gone);
    app.person().see("There is no file " + gone + ".");
    app.person().press("Escape");
    add(file("a", AttachedFile.MOST_BYTES), file("b", AttachedFile.MOST_BYTES));
    app.person().see("This is more than a megabyte, too much for one credential. Shorten it.");
    assertEquals(Set.of("api_key"), fields());
  }

  @Test
  void aRemovedOneComesBackByUndo() throws Exception {
    add(file("plan.pdf", 10));
    app.person().see("“plan.pdf” is attached");
    Stagehand.onFx(() -> {
      attachments.remove(
          credential.id(), new DetailModel.Line("file:plan.pdf", "plan.pdf", Optional.empty()));
      return null;
    });
    app.person().see("“plan.pdf” is removed");
    assertEquals(Set.of("api_key"), fields());
    app.person().click("Undo");
    app.person().waitUntil(() -> fields().contains("file:plan.pdf"), "it did not come back");
    try (Secret content =
        app.session().credentials().secret(credential.id(), "file:plan.pdf").orElseThrow()) {
      assertEquals(TestVaults.text(TestVaults.secret("\0".repeat(10))), TestVaults.text(content));
    }
  }

  @Test
  void whatCannotBeWrittenIsToldAndLeavesNothingBehind() throws Exception {
    add(file("plan.pdf", 10));
    app.person().see("“plan.pdf” is attached");
    Path target = Files.createDirectories(folder.resolve("out/plan.pdf"));
    Files.createFile(target.resolve("in the way"));
    app.pointAt(target);
    Stagehand.onFx(() -> {
      attachments.save(
          credential.id(), new DetailModel.Line("file:plan.pdf", "plan.pdf", Optional.empty()));
      return null;
    });
    app.person()
        .see(
            target
                + " could not be written. Look whether the disk is full and whether you may write"
                + " there, or choose another folder.");
    try (var left = Files.list(target.getParent())) {
      assertEquals(List.of(target), left.toList());
    }
  }
}

package io.keyarbor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupDeedsTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private OpenVault app;
  private Groups groups;
  private GroupDeeds deeds;

  @BeforeEach
  void open() {
    app = new OpenVault(folder);
    groups = app.session().groups();
    deeds = new GroupDeeds(app.workspace(heard));
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void aDeletedGroupWhoseNameWasTakenComesBackOnceTheNameIsFree() {
    Group work = groups.add("Work", Optional.empty());
    deeds.delete(work);
    Group other = groups.add("Work", Optional.empty());
    heard.undo();
    assertInstanceOf(VaultException.NameTaken.class, heard.errors().getFirst());

    groups.delete(other.id());
    heard.undo();
    assertEquals(List.of(work), groups.all());
  }

  @Test
  void aGroupGoesBackOnceItsFormerPlaceIsFree() {
    Group work = groups.add("Work", Optional.empty());
    Group inner = groups.add("Servers", Optional.of(work.id()));
    deeds.move(inner, Optional.empty());
    Group other = groups.add("Servers", Optional.of(work.id()));
    heard.undo();
    assertInstanceOf(VaultException.NameTaken.class, heard.errors().getFirst());

    groups.delete(other.id());
    heard.undo();
    assertTrue(groups.all().contains(inner));
  }

  @Test
  void aLockInBetweenIsNoFault() {
    Group work = groups.add("Work", Optional.empty());
    app.session().lock();
    deeds.rename(work);
    deeds.delete(work);
    deeds.move(work, Optional.empty());
    deeds.schedule(work);
    assertEquals(List.of(), heard.words());
    assertEquals(List.of(), heard.errors());
  }
}

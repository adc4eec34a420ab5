package io.keyarbor.ui.main;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.list.Branch;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.Shelf;
import io.keyarbor.ui.main.Dragging.Into;
import io.keyarbor.ui.main.Dragging.Onto;
import io.keyarbor.ui.main.Row.EntryRow;
import io.keyarbor.ui.main.Row.GroupRow;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.work.Copying;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be dropped where, and what comes of it, over a real vault. */
class DraggingTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final List<Entry> chosen = new ArrayList<>();
  private final CredentialListModel model =
      new CredentialListModel(JsonCatalogue.bundled(), Clock.systemUTC());
  private Vault vault;
  private Session session;
  private GroupDeeds groups;
  private Dragging dragging;
  private Group work;
  private Group inner;

  @BeforeEach
  void open() {
    vault = TestVaults.vault(folder);
    session = vault.create(folder.resolve("mine.keyarbor"), "mine", key("a b c"));
    SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
    Workspace space =
        new Workspace(
            session,
            JsonCatalogue.bundled(),
            new AtOnce(),
            heard,
            new OneFile(),
            new Copying(
                new SecretClipboard(new FxClipboard(), (delay, deed) -> () -> {}), settings),
            Clock.systemUTC(),
            page -> {});
    groups = new GroupDeeds(space);
    dragging = new Dragging(model, () -> chosen, new Deeds(space), groups);
    work = session.groups().add("Work", Optional.empty());
    inner = session.groups().add("Inner", Optional.of(work.id()));
    for (String name : List.of("a", "b", "c")) {
      session.credentials().add(details(name), secrets("token", name));
    }
    model.group(Grouping.GROUP);
    load();
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private void load() {
    model.load(session.credentials().all(), session.groups().all(), List.of(), 0);
  }

  private Entry entry(String name) {
    return model.find(session.credentials().named(name).orElseThrow().id()).orElseThrow();
  }

  private Row row(Group group) {
    Branch branch =
        new Branch(
            group.id().value().toString(),
            group.name(),
            Optional.of(group.id()),
            List.of(),
            List.of());
    return new GroupRow(branch, 0);
  }

  private Optional<GroupId> groupOf(String name) {
    return session.credentials().named(name).orElseThrow().details().group();
  }

  @Test
  void allThatIsChosenIsDroppedIntoAGroupAndComesBack() {
    chosen.addAll(List.of(entry("a"), entry("b")));
    assertTrue(dragging.begin(new EntryRow(entry("a"))));
    assertTrue(dragging.drop(new Into(Optional.of(inner.id()))));
    assertEquals(Optional.of(inner.id()), groupOf("a"));
    assertEquals(Optional.of(inner.id()), groupOf("b"));
    assertEquals(Optional.empty(), groupOf("c"));
    heard.undo();
    assertEquals(Optional.empty(), groupOf("a"));
    assertEquals(Optional.empty(), groupOf("b"));
    assertEquals(List.of("2 credentials moved", "2 credentials as before"), heard.words());
  }

  @Test
  void aRowThatIsNotChosenIsDraggedAlone() {
    chosen.addAll(List.of(entry("a"), entry("b")));
    assertTrue(dragging.begin(new EntryRow(entry("c"))));
    assertTrue(dragging.drop(new Onto(Shelf.FAVOURITES)));
    assertTrue(session.credentials().named("c").orElseThrow().details().favourite());
    assertFalse(session.credentials().named("a").orElseThrow().details().favourite());
  }

  @Test
  void whatIsDroppedOnTheTrashIsInItUntilThatIsTakenBack() {
    dragging.begin(new EntryRow(entry("a")));
    assertTrue(dragging.drop(new Onto(Shelf.TRASH)));
    assertEquals(1, session.credentials().trash().size());
    heard.undo();
    assertEquals(3, session.credentials().all().size());
  }

  @Test
  void aGroupGoesIntoAnotherButNeverIntoItself() {
    assertTrue(dragging.begin(row(work)));
    assertFalse(dragging.accepts(new Into(Optional.of(work.id()))));
    assertFalse(dragging.accepts(new Into(Optional.of(inner.id()))));
    assertFalse(dragging.accepts(new Into(Optional.empty())), "it lies there already");
    assertFalse(dragging.accepts(new Onto(Shelf.TRASH)));
    assertTrue(dragging.begin(row(inner)));
    assertTrue(dragging.drop(new Into(Optional.empty())));
    assertEquals(Optional.empty(), named("Inner").parent());
    heard.undo();
    assertEquals(Optional.of(work.id()), named("Inner").parent());
  }

  private Group named(String name) {
    return session.groups().all().stream().filter(g -> g.name().equals(name)).findFirst().get();
  }

  @Test
  void whatChangesNothingIsNotAccepted() {
    dragging.begin(new EntryRow(entry("a")));
    assertFalse(dragging.accepts(new Into(Optional.empty())));
    for (Shelf shelf : List.of(Shelf.ALL, Shelf.EXPIRING, Shelf.FAILING, Shelf.NEVER_TESTED)) {
      assertFalse(dragging.accepts(new Onto(shelf)));
    }
    dragging.end();
    assertFalse(dragging.drop(new Onto(Shelf.TRASH)));
    assertEquals(List.of(), heard.words());
  }

  @Test
  void aDeletedGroupComesBackWithWhatItHeld() {
    chosen.add(entry("a"));
    dragging.begin(new EntryRow(entry("a")));
    dragging.drop(new Into(Optional.of(work.id())));
    load();
    groups.delete(named("Work"));
    assertEquals(Optional.empty(), groupOf("a"));
    assertEquals(Optional.empty(), named("Inner").parent());
    heard.undo();
    assertEquals(Optional.of(work.id()), groupOf("a"));
    assertEquals(Optional.of(work.id()), named("Inner").parent());
    assertEquals("Group “Work” is back", heard.words().getLast());
  }
}

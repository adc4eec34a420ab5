package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One unlock for every face: what programs that use the same vault see of each other. */
class SharedVaultTest {
  private static final int PATIENCE = 30;

  @TempDir Path folder;
  private Place place;

  @BeforeEach
  void make() {
    place = Place.withVault(folder);
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void aChangeInOneIsSeenInTheOthersAtOnce() throws Exception {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    Session shown = window.join(place.file()).orElseThrow();
    BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();
    shown.onChange(() -> seen.add(names(shown)));
    try (RemoteSession command = place.joined()) {
      command.credentials().add(details("from a command"), Map.of());
      assertEquals(List.of("from a command"), seen.poll(PATIENCE, TimeUnit.SECONDS));
      owner.session().orElseThrow().credentials().add(details("by the owner"), Map.of());
      assertEquals(
          List.of("by the owner", "from a command"), seen.poll(PATIENCE, TimeUnit.SECONDS));
      command.credentials().moveToTrash(List.of(shown.credentials().all().getFirst().id()));
      assertEquals(1, seen.poll(PATIENCE, TimeUnit.SECONDS).size());
    }
    assertEquals(0, seen.size());
    owner.lock();
  }

  private static List<String> names(Session session) {
    return session.credentials().all().stream().map(c -> c.details().name()).sorted().toList();
  }

  @Test
  void whatAProgramWroteItReadsBackAtOnce() {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    Session session = window.join(place.file()).orElseThrow();
    for (int i = 1; i <= 100; i++) {
      session.credentials().add(details("c" + i), Map.of());
      assertEquals(i, session.credentials().all().size());
    }
    owner.lock();
  }

  @Test
  void lockingInOneLocksForAllAndLeavesNothingBehind() throws Exception {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    Session shown = window.join(place.file()).orElseThrow();
    BlockingQueue<VaultState> states = new LinkedBlockingQueue<>();
    window.onState(states::add);
    RemoteSession command = place.joined();
    assertTrue(Files.exists(place.socket()));

    command.lock();

    assertTrue(command.isLocked());
    assertFalse(Files.exists(place.socket()));
    assertEquals(VaultState.LOCKING, states.poll(PATIENCE, TimeUnit.SECONDS));
    assertEquals(VaultState.LOCKED, states.poll(PATIENCE, TimeUnit.SECONDS));
    assertTrue(shown.isLocked());
    assertEquals(Optional.empty(), window.session());
    assertThrows(VaultException.Locked.class, () -> shown.credentials().all());
    assertThrows(
        VaultException.Locked.class, () -> shown.credentials().add(details("late"), Map.of()));
    assertEquals(VaultState.LOCKED, owner.state());
    try (var files = Files.list(place.socket().getParent())) {
      assertEquals(List.of(), files.toList());
    }
    // The file is free again, for whoever is next.
    SharedVault next = place.unlocked();
    assertTrue(next.isOwner());
    next.lock();
  }

  @Test
  void aProgramThatLeavesLocksWhatItOpenedAndNothingElse() {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    Session shown = window.join(place.file()).orElseThrow();
    window.leave();
    assertEquals(VaultState.LOCKED, window.state());
    assertTrue(shown.isLocked());
    assertEquals(VaultState.UNLOCKED, owner.state());
    owner.leave();
    assertEquals(VaultState.LOCKED, owner.state());
    assertFalse(Files.exists(place.socket()));
  }

  @Test
  void joiningAsksForNoPasswordButATypedOneIsChecked() throws Exception {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    try (var wrong = key("wrong");
        var right = key(Place.PASSWORD)) {
      assertThrows(
          VaultException.WrongPassword.class, () -> window.unlock(place.file(), wrong, false));
      assertEquals(VaultState.LOCKED, window.state());
      window.unlock(place.file(), right, false);
    }
    assertFalse(window.isOwner());
    assertEquals(VaultState.UNLOCKED, window.state());
    assertFalse(window.needsKeyFile(place.file()));
    CountDownLatch locked = new CountDownLatch(1);
    owner.onState(state -> {
      if (state == VaultState.LOCKED) {
        locked.countDown();
      }
    });
    window.lock();
    assertTrue(locked.await(30, TimeUnit.SECONDS));
    assertEquals(Optional.empty(), place.program().join(place.file()));
  }

  @Test
  void aCommandThatHasTheFileOpenIsWaitedFor() throws Exception {
    var command = TestVaults.vault(place.folders().state());
    try (var key = key(Place.PASSWORD)) {
      command.unlock(place.file(), key, false);
    }
    SharedVault window = place.program();
    BlockingQueue<Object> ended = new LinkedBlockingQueue<>();
    Thread.startVirtualThread(() -> {
      try (var key = key(Place.PASSWORD)) {
        ended.add(window.unlock(place.file(), key, false));
      } catch (VaultException e) {
        ended.add(e);
      }
    });
    while (window.state() != VaultState.UNLOCKING) {
      Thread.onSpinWait();
    }
    command.lock();
    Object end = ended.poll(PATIENCE, TimeUnit.SECONDS);
    assertTrue(end instanceof Session, String.valueOf(end));
    window.lock();
  }

  @Test
  void theSocketIsForItsOwnerAlone() throws IOException {
    SharedVault owner = place.unlocked();
    assertEquals("rw-------", mode(place.socket()));
    assertEquals("rwx------", mode(place.socket().getParent()));
    owner.lock();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void whereNothingCanBeSharedTheVaultOpensAllTheSame() throws IOException {
    Path agents = place.socket().getParent();
    Files.createDirectories(agents);
    Files.setPosixFilePermissions(agents, PosixFilePermissions.fromString("rwxrwxrwx"));
    SharedVault owner = place.unlocked();
    assertEquals(VaultState.UNLOCKED, owner.state());
    String why = owner.whyNotShared().orElseThrow();
    assertTrue(why.contains("its mode is rwxrwxrwx") && why.contains("0700"), why);
    owner.lock();

    Files.delete(agents);
    Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(agents, folder.resolve("elsewhere"));
    SharedVault again = place.unlocked();
    assertTrue(again.whyNotShared().isPresent(), "a link is not followed");
    again.lock();
    try (var files = Files.list(folder.resolve("elsewhere"))) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aSocketThatIsInTheWayIsReplacedByTheOwner() throws IOException {
    Files.createDirectories(
        place.socket().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(place.socket());
    assertEquals(Optional.empty(), place.program().join(place.file()));
    SharedVault owner = place.unlocked();
    assertTrue(owner.whyNotShared().isEmpty());
    place.joined().close();
    owner.lock();
  }

  @Test
  void manyThreadsOfManyProgramsLoseNoChange() throws Exception {
    SharedVault owner = place.unlocked();
    List<Thread> threads = new ArrayList<>();
    for (int program = 0; program < 4; program++) {
      RemoteSession session = place.joined();
      for (int thread = 0; thread < 4; thread++) {
        String name = program + "/" + thread + "/";
        threads.add(
            Thread.startVirtualThread(() -> {
              for (int i = 0; i < 10; i++) {
                session.credentials().add(details(name + i), Map.of());
              }
            }));
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(160, owner.session().orElseThrow().credentials().all().size());
    owner.lock();
  }
}

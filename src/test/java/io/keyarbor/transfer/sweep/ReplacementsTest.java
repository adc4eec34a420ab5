package io.keyarbor.transfer.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong at whatever moment, the old file or a sealed copy of it is there. */
class ReplacementsTest {
  private static final String BEFORE = "OPENAI_API_KEY=sk-proj-fakefakefakefakefake\n";

  @TempDir Path temp;
  private LocalVault vault;
  private Session session;
  private Path env;

  @BeforeEach
  void unlock() throws IOException {
    env =
        Files.writeString(
            Files.createDirectories(temp.resolve("home/shop")).resolve(".env"), BEFORE);
    vault = TestVaults.vault(temp.resolve("state"));
    try (var key = TestVaults.key("test password")) {
      session = vault.create(temp.resolve("v.keyarbor"), "Personal", key);
    }
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private Replacement plan() throws Exception {
    Places places = Places.all(Map.of(), temp.resolve("home"), List.of(temp.resolve("home")));
    try (Findings findings =
        new Sweep(JsonCatalogue.bundled()).look(session, places, where -> {})) {
      ImportPlan.of(session, findings.newOnes()).apply(session);
      return new Replacements().plan(session, findings.finds(), false).getFirst();
    }
  }

  private long copies() {
    return session.credentials().all().stream()
        .filter(c -> c.details().tags().contains(Replacements.BACKUP_TAG))
        .count();
  }

  /** The session, with something that happens before or after a credential is added. */
  private Session with(Runnable before, Runnable after) {
    Object credentials =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Credentials.class},
            (self, method, args) -> {
              boolean adds = method.getName().equals("add");
              if (adds) {
                before.run();
              }
              Object result = invoke(session.credentials(), method, args);
              if (adds) {
                after.run();
              }
              return result;
            });
    return (Session)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Session.class},
            (self, method, args) ->
                method.getName().equals("credentials")
                    ? credentials
                    : invoke(session, method, args));
  }

  private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void powerCut() {
    throw new IllegalStateException("power cut");
  }

  @Test
  void leavesTheFileIfTheCopyCannotBeKept() throws Exception {
    Replacement plan = plan();
    Session cut = with(ReplacementsTest::powerCut, () -> {});
    assertThrows(IllegalStateException.class, () -> new Replacements().replace(cut, plan));
    assertEquals(BEFORE, Files.readString(env));
    assertEquals(0, copies());
  }

  @Test
  void hasBothIfItStopsAfterTheCopyIsKept() throws Exception {
    Replacement plan = plan();
    Session cut = with(() -> {}, ReplacementsTest::powerCut);
    assertThrows(IllegalStateException.class, () -> new Replacements().replace(cut, plan));
    assertEquals(BEFORE, Files.readString(env));
    assertEquals(1, copies());
  }

  @Test
  void losesNoEditThatComesInBetween() throws Exception {
    Replacement plan = plan();
    Session edited =
        with(
            () -> {},
            () -> {
              try {
                Files.writeString(env, BEFORE + "MORE=1\n");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThrows(TransferException.class, () -> new Replacements().replace(edited, plan));
    assertEquals(BEFORE + "MORE=1\n", Files.readString(env));
    try (var files = Files.list(env.getParent())) {
      assertEquals(1, files.count());
    }
    assertThrows(TransferException.class, () -> new Replacements().replace(session, plan));
  }

  @Test
  void leavesAndTellsOfLinesThatItDoesNotUnderstand() throws Exception {
    String faulty = "OLD_TOKEN='fake-token-1'fake-rest\njust words\n";
    String twice = "OPENAI_API_KEY=sk-proj-fakefakefakefakefaked\n";
    Files.writeString(env, faulty + twice + "export " + BEFORE);
    Places places = Places.all(Map.of(), temp.resolve("home"), List.of(temp.resolve("home")));
    try (Findings findings =
        new Sweep(JsonCatalogue.bundled()).look(session, places, where -> {})) {
      assertEquals(List.of(4), findings.finds().stream().map(f -> f.source().line()).toList());
      String told = findings.skipped().toString();
      assertTrue(told.contains("shop/.env, line 1") && told.contains("And 1 more"), told);
      assertTrue(told.contains("line 3") && told.contains("Line 4 sets"), told);
      assertFalse(told.contains("fake"), told);
    }
    new Replacements().replace(session, plan());
    String reference = "keyarbor://OpenAI%20%28shop%29/api_key\n";
    assertEquals(faulty + twice + "export OPENAI_API_KEY=" + reference, Files.readString(env));
  }

  @Test
  void changesNothingWhereASecretAlsoStandsAsAName() throws Exception {
    Path hosts = temp.resolve("home/.config/gh/hosts.yml");
    Files.createDirectories(hosts.getParent());
    String before = "github.com:\n  oauth_token: github-token-x1\ngithub-token-x1:\n  user: me\n";
    Files.writeString(hosts, before);
    Places places = Places.all(Map.of(), temp.resolve("home"), List.of());
    try (Findings findings =
        new Sweep(JsonCatalogue.bundled()).look(session, places, where -> {})) {
      ImportPlan.of(session, findings.newOnes()).apply(session);
      Replacement plan = new Replacements().plan(session, findings.finds(), true).getFirst();
      assertTrue(plan.changes().isEmpty());
      assertTrue(plan.left().toString().contains("by hand"), plan.left().toString());
    }
  }
}

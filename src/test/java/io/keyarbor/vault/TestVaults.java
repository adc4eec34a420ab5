package io.keyarbor.vault;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.storage.FileStores;
import io.keyarbor.storage.SeenFiles;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.local.LocalVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Real vaults with a cheap key derivation, and short ways to fill them. */
public final class TestVaults {
  /** Far below what the app uses. */
  public static final KdfCost CHEAP = new KdfCost(64, 1, 1);

  private TestVaults() {}

  /** A locked vault that remembers counters in {@code state}. */
  public static LocalVault vault(Path state) {
    return vault(state, Thread::startVirtualThread);
  }

  /** One whose work in the background is done by {@code background}. */
  public static LocalVault vault(Path state, Executor background) {
    return new LocalVault(
        new FileStores(), new SeenFiles(state), () -> CHEAP, Clock.systemUTC(), background);
  }

  /** A key without a key file. */
  public static UnlockKey key(String password) {
    return new UnlockKey(secret(password), Optional.empty());
  }

  /** A key with one. */
  public static UnlockKey key(String password, String keyFile) {
    return new UnlockKey(secret(password), Optional.of(secret(keyFile)));
  }

  /** A secret of that text. */
  public static Secret secret(String text) {
    return Secret.take(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Secrets by name: name, value, name, value... */
  public static Map<String, Secret> secrets(String... namesAndValues) {
    Map<String, Secret> secrets = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      secrets.put(namesAndValues[i], secret(namesAndValues[i + 1]));
    }
    return secrets;
  }

  /** What a secret says. */
  public static String text(Secret secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Details with a name and little else. */
  public static Details details(String name) {
    return details(name, Optional.empty());
  }

  /** Details in a group. */
  public static Details details(String name, Optional<GroupId> group) {
    return new Details(
        name,
        "generic",
        group,
        Map.of("host", name + ".example"),
        Set.of(),
        false,
        "",
        Optional.empty(),
        new TlsTrust.SystemTrust());
  }
}

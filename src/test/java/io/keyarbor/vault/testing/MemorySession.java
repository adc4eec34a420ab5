package io.keyarbor.vault.testing;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials in memory, as far as a test of a connection needs them: to be found, opened and given
 * a verdict.
 */
final class MemorySession {
  private final Map<CredentialId, Credential> credentials = new LinkedHashMap<>();
  private final Map<CredentialId, Verdict> verdicts =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<FieldValues> opened = Collections.synchronizedList(new ArrayList<>());

  CredentialId add(String name, String url) {
    CredentialId id = CredentialId.random();
    Details details =
        new Details(
            name,
            "http-generic",
            Optional.empty(),
            Map.of("url", url, "auth_method", "bearer"),
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    Instant now = Instant.now();
    credentials.put(
        id,
        new Credential(
            id, details, 1, 1, Set.of("token"), Optional.empty(), now, now, Optional.empty()));
    return id;
  }

  Map<CredentialId, Verdict> verdicts() {
    return verdicts;
  }

  /** Whether every secret that was lent is wiped again. */
  boolean isWiped() {
    return opened.stream().flatMap(v -> v.secrets().values().stream()).allMatch(Secret::isClosed);
  }

  Session session() {
    return proxy(
        Session.class,
        (name, args) -> {
          if (name.equals("credentials")) {
            return proxy(Credentials.class, this::answer);
          }
          throw new UnsupportedOperationException(name);
        });
  }

  private Object answer(String method, Object[] args) {
    return switch (method) {
      case "find" -> Optional.ofNullable(credentials.get((CredentialId) args[0])).map(this::tested);
      case "open" -> open((CredentialId) args[0]);
      case "recordTest" -> verdicts.put((CredentialId) args[0], (Verdict) args[2]) == null;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  /** With the verdict that it was given last. */
  private Credential tested(Credential c) {
    return new Credential(
        c.id(),
        c.details(),
        c.revision(),
        c.version(),
        c.secretFields(),
        Optional.ofNullable(verdicts.get(c.id())),
        c.created(),
        c.updated(),
        c.trashed());
  }

  private FieldValues open(CredentialId id) {
    FieldValues values =
        new FieldValues(
            credentials.get(id).details().fields(),
            Map.of("token", Secret.takeUtf8("right".toCharArray())));
    opened.add(values);
    return values;
  }

  private interface Answers {
    Object to(String method, Object[] args);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              Object answer = answers.to(method.getName(), args);
              return method.getReturnType() == void.class ? null : answer;
            }));
  }
}

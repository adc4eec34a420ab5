package io.keyarbor.ui.palette;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Entries of the main list, as credentials make them; the same name is the same credential. */
final class SomeEntries {
  private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();

  private final List<Credential> all = new ArrayList<>();

  SomeEntries add(String name, String service, String address, String... tags) {
    return add(name, service, address, false, tags);
  }

  SomeEntries favourite(String name, String service) {
    return add(name, service, "", true);
  }

  private SomeEntries add(
      String name, String service, String address, boolean favourite, String... tags) {
    Details details =
        new Details(
            name,
            service,
            Optional.empty(),
            Map.of("host", address, "url", address),
            Set.of(tags),
            favourite,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    all.add(
        new Credential(
            new CredentialId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
            details,
            1,
            1,
            Set.of("token"),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty()));
    return this;
  }

  List<Entry> all() {
    CredentialListModel model = new CredentialListModel(CATALOGUE, Clock.systemUTC());
    model.load(all, List.of(), List.of(), 0);
    return model.all();
  }
}

package io.keyarbor.agent.server;

import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials.Edit;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The requests about credentials. */
final class CredentialRequests {
  private final Session session;

  CredentialRequests(Session session) {
    this.session = session;
  }

  void answer(Op op, FrameReader in, FrameWriter out) {
    switch (op) {
      case CREDENTIAL_FIND -> {
        CredentialId id = last(in);
        out.optional(session.credentials().find(id).map(this::withHistory), FrameWriter::content);
      }
      case CREDENTIAL_NAMED -> {
        String name = in.text();
        in.end();
        out.optional(
            session.credentials().named(name).map(this::withHistory), FrameWriter::content);
      }
      case CREDENTIAL_ADD_ALL -> addAll(in, out);
      case CREDENTIAL_EDIT -> edit(in, out);
      case CREDENTIAL_EDIT_ALL -> editAll(in, out);
      case CREDENTIAL_ROLLBACK -> rollback(in, out);
      case CREDENTIAL_RECORD_TEST -> recordTest(in);
      case CREDENTIAL_TRASH -> session.credentials().moveToTrash(ids(in));
      case CREDENTIAL_RESTORE -> session.credentials().restore(ids(in));
      case CREDENTIAL_PURGE -> session.credentials().purge(ids(in));
      case CREDENTIAL_SECRET -> secret(in, out);
      case CREDENTIAL_OPEN -> open(in, out);
      case CREDENTIAL_VERSIONS ->
          out.all(
              session.credentials().versions(last(in)),
              (o, version) -> {
                o.int32(version.number());
                o.time(version.created());
                o.text(version.author());
              });
      default -> throw new VaultException.Refused("This cannot be asked in the middle.");
    }
  }

  private CredentialContent withHistory(Credential credential) {
    return new CredentialContent(credential, session.credentials().history(credential.id()));
  }

  /** The answer to a change of thousands must not outgrow a frame; the view brings histories. */
  private static CredentialContent alone(Credential credential) {
    return new CredentialContent(credential, List.of());
  }

  private static CredentialId last(FrameReader in) {
    CredentialId id = new CredentialId(in.uuid());
    in.end();
    return id;
  }

  private static List<CredentialId> ids(FrameReader in) {
    List<CredentialId> ids = in.all(i -> new CredentialId(i.uuid()));
    in.end();
    return ids;
  }

  private static Details details(FrameReader in) {
    return in.content(CredentialContent.class).credential().details();
  }

  private void addAll(FrameReader in, FrameWriter out) {
    try (Lent lent = new Lent()) {
      List<Group> groups = in.all(i -> i.content(GroupContent.class).group());
      List<NewCredential> all = in.all(i -> new NewCredential(details(i), lent.keep(i.secrets())));
      in.end();
      out.all(
          session.credentials().addAll(groups, all),
          (o, credential) -> o.content(alone(credential)));
    }
  }

  private void edit(FrameReader in, FrameWriter out) {
    try (Lent lent = new Lent()) {
      Credential before = in.content(CredentialContent.class).credential();
      Details details = details(in);
      Map<String, Secret> changed = lent.keep(in.secrets());
      Set<String> removed = new HashSet<>(in.all(FrameReader::text));
      in.end();
      out.content(alone(session.credentials().edit(before, details, changed, removed)));
    }
  }

  private void editAll(FrameReader in, FrameWriter out) {
    List<Edit> edits =
        in.all(i -> new Edit(i.content(CredentialContent.class).credential(), details(i)));
    in.end();
    out.all(session.credentials().editAll(edits), (o, credential) -> o.content(alone(credential)));
  }

  private void rollback(FrameReader in, FrameWriter out) {
    Credential before = in.content(CredentialContent.class).credential();
    Details details = details(in);
    int version = in.int32();
    in.end();
    out.content(alone(session.credentials().rollback(before, details, version)));
  }

  private void recordTest(FrameReader in) {
    Credential tested = in.content(CredentialContent.class).credential();
    in.end();
    Optional<Verdict> verdict = tested.lastTest();
    verdict.ifPresent(v -> session.credentials().recordTest(tested.id(), tested.version(), v));
  }

  private void secret(FrameReader in, FrameWriter out) {
    CredentialId id = new CredentialId(in.uuid());
    String field = in.text();
    in.end();
    Optional<Secret> found = session.credentials().secret(id, field);
    try {
      out.optional(found, FrameWriter::secret);
    } finally {
      found.ifPresent(Secret::close);
    }
  }

  private void open(FrameReader in, FrameWriter out) {
    try (FieldValues values = session.credentials().open(last(in))) {
      out.all(
          values.plain().entrySet(),
          (o, field) -> {
            o.text(field.getKey());
            o.text(field.getValue());
          });
      out.secrets(values.secrets());
    }
  }

  /** The secrets of a request, wiped when it is done. */
  private static final class Lent implements AutoCloseable {
    private final List<Secret> secrets = new ArrayList<>();

    Map<String, Secret> keep(Map<String, Secret> more) {
      secrets.addAll(more.values());
      return more;
    }

    @Override
    public void close() {
      secrets.forEach(Secret::close);
    }
  }
}

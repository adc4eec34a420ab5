package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.agent.protocol.Wrapped;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.Version;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The credentials of a vault that the agent has unlocked. */
final class RemoteCredentials implements Credentials {
  private final Asking agent;

  RemoteCredentials(Asking agent) {
    this.agent = agent;
  }

  @Override
  public List<Credential> all() {
    return agent.keeping().inUse();
  }

  @Override
  public List<Credential> trash() {
    return agent.keeping().trash();
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return content(id).map(CredentialContent::credential);
  }

  @Override
  public List<PastVerdict> history(CredentialId id) {
    return content(id).map(CredentialContent::history).orElse(List.of());
  }

  private Optional<CredentialContent> content(CredentialId id) {
    Optional<Records> kept = agent.kept();
    return kept.isPresent()
        ? kept.get().credential(id.value())
        : agent.ask(
            Op.CREDENTIAL_FIND,
            out -> out.uuid(id.value()),
            in -> in.optional(RemoteCredentials::read));
  }

  private static CredentialContent read(FrameReader in) {
    return in.content(CredentialContent.class);
  }

  @Override
  public Optional<Credential> named(String name) {
    return agent.ask(
        Op.CREDENTIAL_NAMED, out -> out.text(name), in -> in.optional(i -> read(i).credential()));
  }

  @Override
  public Credential add(Details details, Map<String, Secret> secrets) {
    return addAll(List.of(new NewCredential(details, secrets))).getFirst();
  }

  @Override
  public List<Credential> addAll(List<Group> groups, List<NewCredential> all) {
    return agent.ask(
        Op.CREDENTIAL_ADD_ALL,
        out -> {
          out.all(groups, (o, group) -> o.content(new GroupContent(group)));
          out.all(
              all,
              (o, each) -> {
                o.content(Wrapped.details(each.details()));
                o.secrets(each.secrets());
              });
        },
        in -> in.all(i -> read(i).credential()));
  }

  @Override
  public Credential edit(
      Credential before, Details details, Map<String, Secret> changed, Set<String> removed) {
    return agent.ask(
        Op.CREDENTIAL_EDIT,
        out -> {
          out.content(new CredentialContent(before, List.of()));
          out.content(Wrapped.details(details));
          out.secrets(changed);
          out.all(removed, FrameWriter::text);
        },
        in -> read(in).credential());
  }

  @Override
  public List<Credential> editAll(List<Edit> edits) {
    return agent.ask(
        Op.CREDENTIAL_EDIT_ALL,
        out ->
            out.all(
                edits,
                (o, edit) -> {
                  o.content(new CredentialContent(edit.before(), List.of()));
                  o.content(Wrapped.details(edit.details()));
                }),
        in -> in.all(i -> read(i).credential()));
  }

  @Override
  public Credential rollback(Credential before, Details details, int version) {
    return agent.ask(
        Op.CREDENTIAL_ROLLBACK,
        out -> {
          out.content(new CredentialContent(before, List.of()));
          out.content(Wrapped.details(details));
          out.int32(version);
        },
        in -> read(in).credential());
  }

  @Override
  public void recordTest(CredentialId id, int version, Verdict verdict) {
    agent.tell(
        Op.CREDENTIAL_RECORD_TEST, out -> out.content(Wrapped.verdict(id, version, verdict)));
  }

  @Override
  public void moveToTrash(Collection<CredentialId> ids) {
    agent.tell(Op.CREDENTIAL_TRASH, out -> write(out, ids));
  }

  @Override
  public void restore(Collection<CredentialId> ids) {
    agent.tell(Op.CREDENTIAL_RESTORE, out -> write(out, ids));
  }

  @Override
  public void purge(Collection<CredentialId> ids) {
    agent.tell(Op.CREDENTIAL_PURGE, out -> write(out, ids));
  }

  private static void write(FrameWriter out, Collection<CredentialId> ids) {
    out.all(ids, (o, id) -> o.uuid(id.value()));
  }

  @Override
  public Optional<Secret> secret(CredentialId id, String field) {
    return agent.ask(
        Op.CREDENTIAL_SECRET,
        out -> {
          out.uuid(id.value());
          out.text(field);
        },
        in -> in.optional(FrameReader::secret));
  }

  @Override
  public FieldValues open(CredentialId id) {
    return agent.ask(
        Op.CREDENTIAL_OPEN,
        out -> out.uuid(id.value()),
        in -> {
          Map<String, String> plain = new HashMap<>();
          in.all(i -> plain.put(i.text(), i.text()));
          return new FieldValues(plain, in.secrets());
        });
  }

  @Override
  public List<Version> versions(CredentialId id) {
    return agent.ask(
        Op.CREDENTIAL_VERSIONS,
        out -> out.uuid(id.value()),
        in -> in.all(i -> new Version(i.int32(), i.time(), i.text())));
  }
}

package io.keyarbor.agent.server;

import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.List;
import java.util.Optional;

/** Does what a client asks of the session: reads the request whole, acts, writes the answer. */
final class Requests {
  private final Session session;
  private final CredentialRequests credentials;

  Requests(Session session) {
    this.session = session;
    this.credentials = new CredentialRequests(session);
  }

  /**
   * Does one.
   *
   * @throws io.keyarbor.agent.protocol.Malformed if it is not what {@code op} needs; then nothing
   *     was done
   * @throws io.keyarbor.vault.VaultException what the session says
   */
  void answer(Op op, FrameReader in, FrameWriter out) {
    switch (op) {
      case TOUCH -> in.end();
      case VERIFY -> verify(in);
      case NEEDS_KEY_FILE -> {
        in.end();
        out.flag(session.needsKeyFile());
      }
      case CHANGE_PASSWORD -> changePassword(in);
      case GROUP_ADD -> {
        String name = in.text();
        Optional<GroupId> parent = in.optional(FrameReader::uuid).map(GroupId::new);
        in.end();
        group(out, session.groups().add(name, parent));
      }
      case GROUP_CHANGE -> {
        Group group = in.content(GroupContent.class).group();
        in.end();
        group(out, session.groups().change(group));
      }
      case GROUP_DELETE -> {
        GroupId id = new GroupId(in.uuid());
        in.end();
        session.groups().delete(id);
      }
      case GROUP_RESTORE -> {
        Group group = in.content(GroupContent.class).group();
        List<GroupId> groups = in.all(i -> new GroupId(i.uuid()));
        List<CredentialId> credentials = in.all(i -> new CredentialId(i.uuid()));
        in.end();
        group(out, session.groups().restore(group, groups, credentials));
      }
      case SEARCH_PUT -> {
        SavedSearch search = in.content(SearchContent.class).search();
        in.end();
        out.content(new SearchContent(session.searches().put(search)));
      }
      case SEARCH_DELETE -> {
        SearchId id = new SearchId(in.uuid());
        in.end();
        session.searches().delete(id);
      }
      case PROFILE_NAMED -> {
        String name = in.text();
        in.end();
        out.optional(session.profiles().named(name).map(ProfileContent::new), FrameWriter::content);
      }
      case PROFILE_ADD -> {
        String name = in.text();
        String description = in.text();
        in.end();
        profile(out, session.profiles().add(name, description));
      }
      case PROFILE_CHANGE -> {
        Profile profile = in.content(ProfileContent.class).profile();
        in.end();
        profile(out, session.profiles().change(profile));
      }
      case PROFILE_DELETE -> {
        ProfileId id = new ProfileId(in.uuid());
        in.end();
        session.profiles().delete(id);
      }
      case BACKUP_CREATE -> {
        in.end();
        session.backups().create();
      }
      case BACKUP_LAST_PROVEN -> {
        in.end();
        out.optional(session.backups().lastProven(), FrameWriter::time);
      }
      default -> credentials.answer(op, in, out);
    }
  }

  private void verify(FrameReader in) {
    try (UnlockKey key = in.key()) {
      in.end();
      session.verify(key);
    }
  }

  private void changePassword(FrameReader in) {
    try (UnlockKey current = in.key();
        UnlockKey next = in.key()) {
      in.end();
      session.changePassword(current, next);
    }
  }

  private static void group(FrameWriter out, Group group) {
    out.content(new GroupContent(group));
  }

  private static void profile(FrameWriter out, Profile profile) {
    out.content(new ProfileContent(profile));
  }
}

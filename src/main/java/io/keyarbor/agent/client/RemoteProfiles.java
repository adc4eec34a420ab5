package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.Op;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import java.util.List;
import java.util.Optional;

/** The profiles of a vault that the agent has unlocked. */
final class RemoteProfiles implements Profiles {
  private final Asking agent;

  RemoteProfiles(Asking agent) {
    this.agent = agent;
  }

  @Override
  public List<Profile> all() {
    return agent.keeping().profiles();
  }

  @Override
  public Optional<Profile> named(String name) {
    return agent.ask(
        Op.PROFILE_NAMED,
        out -> out.text(name),
        in -> in.optional(i -> i.content(ProfileContent.class).profile()));
  }

  @Override
  public Profile add(String name, String description) {
    return agent.ask(
        Op.PROFILE_ADD,
        out -> {
          out.text(name);
          out.text(description);
        },
        in -> in.content(ProfileContent.class).profile());
  }

  @Override
  public Profile change(Profile profile) {
    return agent.ask(
        Op.PROFILE_CHANGE,
        out -> out.content(new ProfileContent(profile)),
        in -> in.content(ProfileContent.class).profile());
  }

  @Override
  public void delete(ProfileId id) {
    agent.tell(Op.PROFILE_DELETE, out -> out.uuid(id.value()));
  }
}

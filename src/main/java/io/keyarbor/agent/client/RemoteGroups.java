package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The groups of a vault that the agent has unlocked. */
final class RemoteGroups implements Groups {
  private final Asking agent;

  RemoteGroups(Asking agent) {
    this.agent = agent;
  }

  @Override
  public List<Group> all() {
    return agent.keeping().groups();
  }

  @Override
  public Group add(String name, Optional<GroupId> parent) {
    return agent.ask(
        Op.GROUP_ADD,
        out -> {
          out.text(name);
          out.optional(parent.map(GroupId::value), FrameWriter::uuid);
        },
        in -> in.content(GroupContent.class).group());
  }

  @Override
  public Group change(Group group) {
    return agent.ask(
        Op.GROUP_CHANGE,
        out -> out.content(new GroupContent(group)),
        in -> in.content(GroupContent.class).group());
  }

  @Override
  public void delete(GroupId id) {
    agent.tell(Op.GROUP_DELETE, out -> out.uuid(id.value()));
  }

  @Override
  public Group restore(
      Group group, Collection<GroupId> groups, Collection<CredentialId> credentials) {
    return agent.ask(
        Op.GROUP_RESTORE,
        out -> {
          out.content(new GroupContent(group));
          out.all(groups, (o, id) -> o.uuid(id.value()));
          out.all(credentials, (o, id) -> o.uuid(id.value()));
        },
        in -> in.content(GroupContent.class).group());
  }
}

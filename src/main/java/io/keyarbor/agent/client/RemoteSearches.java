package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.Op;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.Searches;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.List;

/** The saved searches of a vault that the agent has unlocked. */
final class RemoteSearches implements Searches {
  private final Asking agent;

  RemoteSearches(Asking agent) {
    this.agent = agent;
  }

  @Override
  public List<SavedSearch> all() {
    return agent.keeping().searches();
  }

  @Override
  public SavedSearch put(SavedSearch search) {
    return agent.ask(
        Op.SEARCH_PUT,
        out -> out.content(new SearchContent(search)),
        in -> in.content(SearchContent.class).search());
  }

  @Override
  public void delete(SearchId id) {
    agent.tell(Op.SEARCH_DELETE, out -> out.uuid(id.value()));
  }
}

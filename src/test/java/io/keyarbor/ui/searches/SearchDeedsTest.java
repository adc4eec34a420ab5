package io.keyarbor.ui.searches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchDeedsTest {
  @TempDir Path folder;

  @Test
  void aDeletedSearchWhoseNameWasTakenComesBackOnceTheNameIsFree() {
    try (OpenVault app = new OpenVault(folder)) {
      var searches = app.session().searches();
      Heard heard = new Heard();
      SavedSearch broken = searches.put(new SavedSearch(SearchId.random(), "Broken", "is:failing"));
      new SearchDeeds(app.workspace(heard)).delete(broken);
      SavedSearch other = searches.put(new SavedSearch(SearchId.random(), "Broken", "other"));
      heard.undo();
      assertInstanceOf(VaultException.NameTaken.class, heard.errors().getFirst());
      assertEquals(List.of(other), searches.all());

      searches.delete(other.id());
      heard.undo();
      assertEquals(List.of(broken), searches.all());
      assertEquals(List.of("Search “Broken” deleted", "Search “Broken” is back"), heard.words());
    }
  }
}

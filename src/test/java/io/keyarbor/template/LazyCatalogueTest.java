package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LazyCatalogueTest {
  @TempDir Path folder;

  @Test
  void oneServiceAloneIsWhatItIsAmongAll() {
    Catalogue lazy = new LazyCatalogue(folder.resolve("none"));
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      assertEquals(Optional.of(template), lazy.find(template.serviceType()));
    }
    assertEquals(Optional.empty(), lazy.find("no-such-service"));
    assertEquals(Optional.empty(), lazy.find("../generic"));
    assertEquals(JsonCatalogue.bundled().all(), lazy.all());
  }

  @Test
  void aPersonsOwnTemplateWinsWhateverItsFileIsCalled() throws Exception {
    String bundled = new String(BundledTemplates.bytes("ai/openai.json"), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("mine.json"), bundled.replace("\"OpenAI\"", "\"Our OpenAI\""));
    Catalogue lazy = new LazyCatalogue(folder);
    assertEquals("Our OpenAI", lazy.find("openai").orElseThrow().displayName());
    assertEquals("Anthropic", lazy.find("anthropic").orElseThrow().displayName());
  }
}

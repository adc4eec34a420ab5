package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the guide shows works, and what works is in the guide. */
class TemplateGuideTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static String guide() throws Exception {
    return Files.readString(Path.of("src/site/markdown/template-guide.md"));
  }

  @Test
  void everyExampleLoadsAndIsSound() throws Exception {
    List<String> examples =
        BLOCK.matcher(guide()).results().map((MatchResult m) -> m.group(1)).toList();
    assertEquals(4, examples.size());
    TemplateParser parser = new TemplateParser();
    TemplateLint lint =
        new TemplateLint(codes(Set.of(Outcome.values())), codes(Set.of(Outcome.INVALID)));
    for (String example : examples) {
      TemplateParser.Parsed parsed =
          parser.parse("guide", example.getBytes(StandardCharsets.UTF_8));
      assertEquals(List.of(), parsed.faults(), example);
      assertEquals(List.of(), lint.check(parsed.template().orElseThrow()), example);
    }
  }

  private static Set<String> codes(Set<Outcome> outcomes) {
    return Arrays.stream(Reason.values())
        .filter(r -> outcomes.contains(r.outcome()))
        .map(Reason::code)
        .collect(Collectors.toSet());
  }

  @Test
  void everyKeyAndValueOfTheSchemaIsExplained() throws Exception {
    String guide = guide();
    Set<String> words = new TreeSet<>(TemplateLint.FILTERS);
    collect(
        new JsonMapper()
            .readTree(
                Files.readAllBytes(Path.of("src/main/resources/templates/template.schema.json"))),
        words);
    assertTrue(words.contains("body_contains"));
    assertEquals(
        List.of(),
        words.stream()
            .filter(w -> !guide.contains("`" + w + "`") && !guide.contains("`{\"" + w + "\": "))
            .toList());
  }

  private static void collect(JsonNode schema, Set<String> words) {
    words.addAll(schema.path("properties").propertyNames());
    schema.path("enum").values().forEach(v -> words.add(v.asString()));
    schema.values().forEach(v -> collect(v, words));
  }
}

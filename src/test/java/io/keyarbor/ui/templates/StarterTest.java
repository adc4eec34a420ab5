package io.keyarbor.ui.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StarterTest {
  private final TemplateCheck check = new TemplateCheck();

  @ParameterizedTest
  @EnumSource(Starter.class)
  void whatANewTemplateStartsFromHasNothingWrong(Starter starter) {
    TemplateCheck.Result result = check.check("new", starter.text());
    assertEquals(List.of(), Finding.of(result, starter.text()));
  }

  @Test
  void aDoubtIsToldAtTheLineThatNamesItsPlace() {
    String text = Starter.API_KEY.text().replace("{api_key}\"}}", "{other_key}\"}}");
    List<Finding> found = Finding.of(check.check("new", text), text);
    Finding first =
        found.stream().filter(f -> f.message().contains("other_key")).findFirst().orElseThrow();
    assertEquals("\"id\": \"me\",", text.lines().toList().get(first.line() - 1).strip());
  }
}

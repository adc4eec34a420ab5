package io.keyarbor.template;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateParserTest {
  private final TemplateParser parser = new TemplateParser();

  private List<String> faults(String json) {
    return parser.parse("mine.json", json.getBytes(StandardCharsets.UTF_8)).faults().stream()
        .map(f -> f.line() + " " + f.pointer() + " " + f.message())
        .toList();
  }

  private static String form(String fields, String more) {
    return "{\"service_type\":\"x\",\n\"required_fields\":[" + fields + "]" + more + "}";
  }

  private static String probe(String more) {
    return form(
        "{\"name\":\"key\",\"type\":\"password\"},{\"name\":\"url\",\"type\":\"url\"}",
        ",\n\"probe\":{\"steps\":[{\"id\":\"a\",\"url\":\"{url}\"}],\n\"rules\":[" + more + "]}");
  }

  @Test
  void faultsAreToldWithPlaceAndExpectation() {
    assertEquals(
        List.of("1  found no key \"service_type\", expected it here"),
        faults("{\"required_fields\":[]}"));
    assertEquals(
        List.of(
            "2 /required_fields/0/lable found the key \"lable\", expected one of name, type, label,"
                + " default, options, required, placeholder, help, secret"),
        faults(form("{\"name\":\"a\",\"lable\":\"b\"}", "")));
    assertEquals(
        List.of("2 /required_fields/0/name found 7, expected a value of type string"),
        faults(form("{\"name\":7}", "")));
    assertEquals(List.of("1  found a list, expected a value of type object"), faults("[]"));
    assertEquals(List.of("1  found nothing, expected a value of type object"), faults(""));
  }

  @Test
  void formsThatCannotWorkAreRefused() {
    assertEquals(
        List.of(
            "2 /required_fields/1/name found \"a\", expected a name that no other field has that is"
                + " shown at the same time"),
        faults(form("{\"name\":\"a\"},{\"name\":\"a\"}", "")));
    assertEquals(
        List.of(
            "2 /required_fields/0 found a select without options, expected the key \"options\""),
        faults(form("{\"name\":\"a\",\"type\":\"select\"}", "")));
    assertEquals(
        List.of("2 /required_fields/0/default found \"c\", expected one of a, b"),
        faults(
            form(
                "{\"name\":\"a\",\"type\":\"select\",\"options\":[\"a\",\"b\"],\"default\":\"c\"}",
                "")));
    assertEquals(
        List.of("2 /required_fields/0/default found a default for a secret, expected none"),
        faults(form("{\"name\":\"a\",\"type\":\"password\",\"default\":\"c\"}", "")));
    assertEquals(
        List.of(
            "3 /conditional_fields/b=1 found \"b=1\", expected a condition on a select or boolean"
                + " field of this form"),
        faults(form("{\"name\":\"a\"}", ",\n\"conditional_fields\":{\"b=1\":[]}")));
    assertEquals(
        List.of(
            "3 /conditional_fields/a=maybe found \"maybe\", expected one of the values true, false"),
        faults(
            form(
                "{\"name\":\"a\",\"type\":\"boolean\"}",
                ",\n\"conditional_fields\":{\"a=maybe\":[]}")));
  }

  @Test
  void probesThatCannotWorkAreRefused() {
    assertEquals(
        List.of("4 /probe/rules/0/step found \"b\", expected the id of a step"),
        faults(probe("{\"step\":\"b\",\"status\":200,\"reason\":\"ok\"}")));
    assertEquals(
        List.of(
            "4 /probe/rules/0/json/~1a/matches found a faulty regular expression: missing closing )"),
        faults(probe("{\"json\":{\"/a\":{\"matches\":\"(\"}},\"reason\":\"ok\"}")));
    assertEquals(
        List.of("3 /env/A found the end of the text at character 5, expected '?', '|' or '}'"),
        faults(form("{\"name\":\"key\"}", ",\n\"env\":{\"A\":\"{key\"}")));
  }

  @Test
  void shortFormsMeanWhatTheLongOnesDo() {
    ServiceTemplate template =
        parser
            .parse(
                "mine.json",
                probe("{\"status\":\"2xx\",\"json\":{\"/ok\":true},\"reason\":\"ok\"}")
                    .getBytes(StandardCharsets.UTF_8))
            .template()
            .orElseThrow();
    var rule = template.probes().getFirst().rules().getFirst();
    assertEquals(100, rule.status().size());
    assertEquals("eq", rule.json().get("/ok").op());
    assertEquals(List.of("true"), rule.json().get("/ok").operands());
    assertEquals("GET", template.probes().getFirst().steps().getFirst().method());
    assertTrue(template.probes().getFirst().control());
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "{",
        "null",
        "\u0000",
        "[".repeat(1_000_000),
        "{\"a\":".repeat(200_000),
        "{\"service_type\":\"x\",\"service_type\":\"y\",\"required_fields\":[]}",
        "{\"service_type\":\"" + "x".repeat(900_000) + "\",\"required_fields\":[]}",
        form("{\"name\":\"a\"},".repeat(60_000) + "{\"name\":\"a\"}", ""),
        form("{\"name\":\"a\",\"default\":" + "9".repeat(500_000) + "}", ""),
        form("", ",\"probe\":" + "[".repeat(31) + "]".repeat(31)),
        form("", "}{\"a\":1"),
        " ".repeat(TemplateParser.MAX_BYTES + 1),
        form("", ",\"recognise\":[{\"field\":\"a\",\"pattern\":\"" + "(".repeat(500) + "\"}]"),
        form("", ",\"env\":{" + "\"A\":\"{{{{{\",".repeat(20_000) + "\"B\":\"{a\"}"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileFilesAreRefusedInBoundedTime(String text) {
    TemplateParser.Parsed parsed =
        assertTimeoutPreemptively(
            ofSeconds(30), () -> parser.parse("x.json", text.getBytes(StandardCharsets.UTF_8)));
    assertFalse(parsed.faults().isEmpty());
    assertTrue(parsed.faults().size() <= 20);
    assertTrue(parsed.template().isEmpty());
    parsed.faults().forEach(f -> assertTrue(f.message().length() < 1000, f.message()));
  }

  @Property(tries = 200)
  void anyBytesEndInATemplateOrAFault(@ForAll byte[] text) {
    TemplateParser.Parsed parsed = parser.parse("x.json", text);
    assertEquals(parsed.template().isEmpty(), !parsed.faults().isEmpty());
  }
}

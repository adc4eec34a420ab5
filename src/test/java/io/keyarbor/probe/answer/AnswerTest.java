package io.keyarbor.probe.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.ProbeSpec.Test;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule can see in an answer. */
class AnswerTest {
  private static final String JSON =
      """
      {"n": 5, "big": "10.50", "s": "abc", "e": "", "none": null, "empty": [], "t": true,
       "list": [{"id": "a"}, {"id": "b"}], "a/b": {"~": 1}}
      """;

  private static Answer answer(String body, String token) {
    HttpHeaders headers = HttpHeaders.of(Map.of("X-A", List.of("1", "2")), (name, value) -> true);
    return new Answer("me", "host", 200, "", headers, body, "", Optional.empty(), token);
  }

  @ParameterizedTest
  @CsvSource({
    "/n, exists, '', true",
    "/x, exists, '', false",
    "/none, exists, '', false",
    "/x, absent, '', true",
    "/none, absent, '', true",
    "/n, absent, '', false",
    "/e, empty, '', true",
    "/empty, empty, '', true",
    "/none, empty, '', true",
    "/x, empty, '', false",
    "/list, empty, '', false",
    "/s, eq, abc, true",
    "/t, eq, true, true",
    "/n, eq, 6, false",
    "/x, eq, '', false",
    "/s, ne, x, true",
    "/s, ne, abc, false",
    "/x, ne, abc, false",
    "/s, in, x;abc, true",
    "/s, in, x;y, false",
    "/s, starts_with, ab, true",
    "/s, starts_with, b, false",
    "/s, contains, bc, true",
    "/s, contains, cb, false",
    "/s, matches, a.c, true",
    "/s, matches, a, false",
    "/s, matches, (a|b)+c, true",
    "/n, lt, 6, true",
    "/n, lt, 5, false",
    "/n, lte, 5, true",
    "/n, gt, 4.9, true",
    "/n, gte, 5.0, true",
    "/n, gte, 6, false",
    "/big, gt, 10.4, true",
    "/s, gt, 1, false",
    "/list/*/id, eq, b, true",
    "/list/*/id, ne, b, false",
    "/list/*/id, ne, c, true",
    "/list/1/id, eq, b, true",
    "/list/2/id, exists, '', false",
    "/empty/*, exists, '', false",
    "/a~1b/~0, eq, 1, true",
    "'', exists, '', true"
  })
  void aTestLooksAtAValue(String pointer, String op, String operands, boolean passes) {
    Test test = new Test(op, Arrays.asList(operands.split(";", -1)));
    assertEquals(passes, Tests.json(JsonPath.find(JsonPath.parse(JSON), pointer), test));
  }

  @org.junit.jupiter.api.Test
  void whatIsNoJsonHoldsNothing() {
    for (String text : List.of("", "<html>", "{\"n\": 5", "[".repeat(100_000), "nul")) {
      Test exists = new Test("exists", List.of());
      assertEquals(false, Tests.json(JsonPath.find(JsonPath.parse(text), "/n"), exists));
    }
  }

  @org.junit.jupiter.api.Test
  void xmlIsReadWithoutLookingAnythingUp() {
    String xml = "<r xmlns='urn:x'><u>Ada</u><u>Bob</u></r>";
    assertEquals(List.of("Ada", "Bob"), Finder.find(answer(xml, ""), "xpath", "/r/u"));
    String inside = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r><u>&x;</u></r>";
    assertEquals(List.of(), Finder.find(answer(inside, ""), "xpath", "/r/u"));
    String bomb =
        "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><r><u>&b;</u></r>";
    assertEquals(List.of(), Finder.find(answer(bomb, ""), "xpath", "/r/u"));
    assertEquals(List.of(), Finder.find(answer("{}", ""), "xpath", "/r/u"));
    assertEquals(List.of(), Finder.find(answer(xml, ""), "xpath", "///"));
  }

  @org.junit.jupiter.api.Test
  void aTokenTellsWhenItEnds() {
    String claims = "{\"exp\": 1900000000, \"sub\": \"ada\"}";
    String token =
        "e30."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".x";
    List<Extract> extracts =
        List.of(
            new Extract("expiry", "", "", "jwt", "exp", ""),
            new Extract("identity", "Subject", "", "jwt", "sub", ""));
    for (Answer answer :
        List.of(
            answer("{}", token),
            answer(token, ""),
            answer("{\"access_token\":\"" + token + "\"}", ""))) {
      Findings findings =
          Findings.read(
              extracts, List.of(answer), UnaryOperator.identity(), UnaryOperator.identity());
      assertEquals(new Expiry.At(Instant.ofEpochSecond(1_900_000_000)), findings.expiry());
      assertEquals("ada", findings.identity().get("Subject"));
    }
    Findings none =
        Findings.read(
            extracts,
            List.of(answer("a.b.c", "x.y")),
            UnaryOperator.identity(),
            UnaryOperator.identity());
    assertEquals(new Expiry.Unknown(), none.expiry());
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-31T08:00:00Z, iso, 2030-01-31T08:00:00Z",
    "2030-01-31T08:00:00.5+01:00, iso, 2030-01-31T07:00:00.500Z",
    "2030-01-31 08:00:00 UTC, iso, 2030-01-31T08:00:00Z",
    "2030-01-31 08:00:00 +0100, iso, 2030-01-31T07:00:00Z",
    "2030-01-31T08:00:00, iso, 2030-01-31T08:00:00Z",
    "1900000000, epoch, 2030-03-17T17:46:40Z",
    "1900000000000, epoch_ms, 2030-03-17T17:46:40Z",
    "1900000000, '', 2030-03-17T17:46:40Z",
    "1900000000000, '', 2030-03-17T17:46:40Z",
    "2030-01-31, date, 2030-01-31T00:00:00Z",
    "2030-01-31, '', 2030-01-31T00:00:00Z",
    "'Thu, 31 Jan 2030 08:00:00 GMT', http, 2030-01-31T08:00:00Z"
  })
  void anExpiryIsReadAsItIsWritten(String text, String format, Instant when) {
    assertEquals(new Expiry.At(when), ExpiryFormats.read(text, format));
  }

  @ParameterizedTest
  @CsvSource({
    "soon, iso",
    "99999999999999999999, epoch",
    "99999999999999999, epoch",
    "2030-02-31, date",
    "-, ''"
  })
  void whatIsNoDateIsUnknown(String text, String format) {
    assertEquals(new Expiry.Unknown(), ExpiryFormats.read(text, format));
  }

  @org.junit.jupiter.api.Test
  void absentIsNotNever() {
    List<Extract> extracts = List.of(new Extract("expiry", "", "", "json", "/ends", "epoch"));
    Map<String, Expiry> expected =
        Map.of(
            "{}", new Expiry.Unknown(),
            "{\"ends\": null}", new Expiry.Unknown(),
            "{\"ends\": \"\"}", new Expiry.Unknown(),
            "{\"ends\": 0}", new Expiry.Never(),
            "{\"ends\": \"never\"}", new Expiry.Never());
    expected.forEach((body, expiry) ->
        assertEquals(
            expiry,
            Findings.read(
                    extracts,
                    List.of(answer(body, "")),
                    UnaryOperator.identity(),
                    UnaryOperator.identity())
                .expiry()));
  }

  @org.junit.jupiter.api.Test
  void listsAndRegularExpressionsAreBounded() {
    String many = "[" + "\"x\",".repeat(5000) + "\"y\"]";
    assertEquals(500, Finder.find(answer(many, ""), "json", "").size());
    Test evil = new Test("matches", List.of("(a+)+b"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Tests.texts(List.of("a".repeat(5000)), evil));
  }

  @org.junit.jupiter.api.Test
  void headersOfOneNameAreOne() {
    assertEquals(List.of("1, 2"), Finder.find(answer("", ""), "header", "x-a"));
  }
}

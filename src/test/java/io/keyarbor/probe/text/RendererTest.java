package io.keyarbor.probe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come into texts without breaking out of their place. */
class RendererTest {
  private static Renderer with(String value) {
    Map<String, Value> values = Map.of("x", Value.plain(value), "s", Value.secret("top"));
    return new Renderer(name -> values.getOrDefault(name, Value.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "{x|url} ^ a b&c/d=é ^ a%20b%26c%2Fd%3D%C3%A9",
        "/{x|path}/z ^ ../y ^ /..%2Fy/z",
        "/{x|path}/z ^ .. ^ /%2E%2E/z",
        "{x|base64} ^ a:b ^ YTpi",
        "<a>{x|xml}</a> ^ <b>&\"' ^ <a>&lt;b&gt;&amp;&quot;&apos;</a>",
        "{\"k\":\"{x|json}\"} ^ a\"b\\c ^ {\"k\":\"a\\\"b\\\\c\"}",
        "{x|host} ^ https://Example.com:8443/a?b ^ example.com",
        "{x|host} ^ [::1]:80 ^ [::1]",
        "{x|origin} ^ pve ^ https://pve",
        "{x|origin:8006} ^ pve ^ https://pve:8006",
        "{x|origin:8006} ^ pve:9000 ^ https://pve:9000",
        "{x|origin:8006} ^ http://pve/a ^ http://pve:8006",
        "{x|base64|url} ^ ?~ ^ P34%3D"
      },
      quoteCharacter = '`')
  void aFilterKeepsAValueInItsPlace(String template, String value, String result) {
    assertEquals(result, with(value).render(template).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://pve", "https://u:p@pve", "https:///x", "a b", "https://pve:99999"})
  void whatIsNoAddressIsRefusedWithoutQuotingIt(String value) {
    BadInput fault = assertThrows(BadInput.class, () -> with(value).render("{x|origin:1}"));
    assertFalse(fault.getMessage().contains(value), fault.getMessage());
  }

  @Test
  void whatIsMissingIsNamedUnlessItIsOptional() {
    BadInput fault = assertThrows(BadInput.class, () -> with("").render("a{x}"));
    assertTrue(fault.getMessage().contains("“x”"), fault.getMessage());
    Rendered rendered = with("").render("a{x?|url}");
    assertEquals("a", rendered.text());
    assertTrue(rendered.lacksOptional());
  }

  @Test
  void aSecretMakesTheWholeTextSecret() {
    assertTrue(with("1").render("{x} {s|base64}").secret());
    assertFalse(with("1").render("{x}").secret());
  }

  @Test
  void anAddressMayEndInASlashOrNot() {
    assertEquals("https://a/b", with("https://a/").renderUrl("{x}/b").text());
    assertEquals("https://a/b", with("https://a").renderUrl("{x}/b").text());
    assertEquals("https://a/", with("https://a/").renderUrl("{x}").text());
  }
}

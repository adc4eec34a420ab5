package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.template.FormModel.FieldFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormModelTest {
  private static FormModel form(String serviceType) {
    return new FormModel(JsonCatalogue.bundled().find(serviceType).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.10",
        "pve.example.com:8006",
        "https://host.example:8006/",
        "[2001:db8::1]:8006"
      })
  void aHostMayBeGivenInAnyUsualWay(String host) {
    FormModel form = form("proxmox");
    form.set("host", host);
    form.set("token_name", "t");
    assertEquals(List.of(), form.faults(Set.of("token_value")));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.10:9090, an address that starts with https:// or http://",
    "ftp://192.0.2.10, an address that starts with https:// or http://",
    "https://, an address such as https://example.com:8443",
    "https://a b, an address such as https://example.com:8443",
    "https:///metrics, 'a host such as example.com, maybe with a port'",
    "https://host:99999, 'a host such as example.com, maybe with a port'",
    "https://me:pw@host, an address without a user name in it"
  })
  void aFaultyAddressIsNamed(String url, String expected) {
    FormModel form = form("prometheus");
    form.set("url", url);
    form.set("username", "reader");
    assertEquals(
        List.of(new FieldFault("url", "Address", expected)), form.faults(Set.of("password")));
  }

  @Test
  void aChoiceOutsideTheListAndAFaultyNumberAreNamed() {
    FormModel form = form("grafana");
    form.set("url", "https://grafana.example");
    form.set("org_id", "one");
    assertEquals(
        List.of(new FieldFault("org_id", "Organization ID", "a number")),
        form.faults(Set.of("token")));

    FormModel aws = new FormModel(form("aws").template(), Map.of("region", "mars-1"));
    aws.set("access_key_id", "x");
    assertEquals(
        List.of("region"),
        aws.faults(Set.of("secret_access_key")).stream().map(FieldFault::field).toList());
  }

  @Test
  void onlyShownValuesAreSaved() {
    FormModel form = form("http-generic");
    form.set("url", " https://api.example/ ");
    form.set("auth_method", "header");
    form.set("header_name", "X-Token");
    assertEquals(
        Map.of("url", "https://api.example", "auth_method", "header", "header_name", "X-Token"),
        form.values());
    form.set("auth_method", "none");
    assertEquals(Map.of("url", "https://api.example", "auth_method", "none"), form.values());
    assertEquals("api.example", form.hostHint());
  }

  @Test
  void theSummaryIsMadeOfWhatIsThere() {
    FormModel form = form("generic-login");
    assertEquals("", form.summary());
    form.set("url", "https://mail.example:8443/in");
    assertEquals("mail.example", form.summary());
    form.set("username", "ada");
    assertEquals("ada · mail.example", form.summary());
  }
}

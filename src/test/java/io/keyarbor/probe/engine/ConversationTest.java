package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that speaks another protocol than HTTP is tested as a template says. */
class ConversationTest {
  private static ServiceTemplate service(String transport) {
    return Given.service(
        """
        {"name": "host", "type": "text"}, {"name": "region", "type": "text", "required": false},
        {"name": "user", "type": "text", "required": false},
        {"name": "password", "type": "password"}, {"name": "url", "type": "password"}
        """,
        """
        {"hosts": ["db.service.example"],
         "steps": [{"id": "connect", "transport": %s}],
         "rules": [{"codes": ["ok", 235], "reason": "ok"}, {"codes": "49", "reason": "bad_credential"},
                   {"step": "connect", "codes": "50", "reason": "insufficient_permission"}],
         "extract": [{"kind": "identity", "label": "Version", "from": "json", "path": "/version"}]}
        """
            .formatted(transport.replace('\'', '"')));
  }

  private static FieldValues values(String host) {
    return Given.values(
        Map.of("host", host, "region", "eu"),
        Map.of("password", "fake-pw-0000", "url", "mongodb://ada:fake-pw-0000@db.example:27018/"));
  }

  private static final ServiceTemplate LDAP =
      service("{'ldap': {'host': '{host}', 'bind_dn': 'cn={user?}', 'password': '{password}'}}");

  /** Answers with each code in turn and keeps what was said. */
  private static final class Wire implements Carrier {
    private final List<String> codes;
    private final List<Call> calls = new ArrayList<>();

    Wire(String... codes) {
      this.codes = List.of(codes);
    }

    @Override
    public Answer send(Call call, Duration patience) {
      calls.add(call);
      return Answer.told(call, codes.get(calls.size() - 1), "{\"version\": \"8\"}");
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }

  private static Verdict test(ServiceTemplate template, FieldValues values, Wire wire)
      throws Exception {
    try (values) {
      return new TemplateProber(Limits.standard(), Clock.systemUTC(), trust -> wire)
          .test(template, values, Given.SYSTEM);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "49, BAD_CREDENTIAL",
    "49/532, BAD_CREDENTIAL",
    "490, INDETERMINATE",
    "50, INSUFFICIENT_PERMISSION"
  })
  void aCodeDecidesWithItsDetail(String code, Reason reason) throws Exception {
    Wire wire = new Wire(code, "49");
    Verdict verdict = test(LDAP, values("ldap.example"), wire);
    assertEquals(reason, verdict.reason());
  }

  @Test
  void aMadeUpPasswordIsRefusedByAServerThatLooks() throws Exception {
    Wire wire = new Wire("235", "49");
    Verdict verdict = test(LDAP, values("ldap.example"), wire);
    assertEquals(Reason.OK, verdict.reason(), verdict.detail());
    assertEquals(Map.of("Version", "8"), verdict.identity());
    assertTrue(verdict.detail().startsWith("ldap.example answered 235."), verdict.detail());
    String madeUp = wire.calls.get(1).conversation().orElseThrow().with().get("password");
    assertFalse(madeUp.contains("pw-0000"), "a made-up one");
    assertEquals(
        Reason.OPEN_ACCESS, test(LDAP, values("a.example"), new Wire("ok", "ok")).reason());
  }

  @Test
  void onlyWhatIsThereIsSaid() throws Exception {
    Wire wire = new Wire("49");
    test(
        service("{'redis': {'host': '{host}', 'username': '{user?}', 'password': '{password}'}}"),
        values("redis.example"),
        wire);
    assertEquals(
        Map.of("host", "redis.example", "password", "fake-pw-0000"),
        wire.calls.getFirst().conversation().orElseThrow().with());
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere.example", "{region}.elsewhere.example", "{region}{host}"})
  void noConversationGoesToAnotherHost(String host) throws Exception {
    Wire wire = new Wire();
    Verdict verdict =
        test(
            service("{'redis': {'host': '" + host + "', 'password': '{password}'}}"),
            values("db.example"),
            wire);
    assertEquals(Reason.NOT_TESTABLE, verdict.reason(), verdict.detail());
    assertEquals(List.of(), wire.calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.service.example", "{host}", "{url|part:host|public}"})
  void aHostThatTheServiceOrThePersonNamesIsRight(String host) throws Exception {
    Wire wire = new Wire("49");
    test(
        service("{'redis': {'host': '" + host + "', 'password': '{password}'}}"),
        values("db.example"),
        wire);
    assertEquals(1, wire.calls.size());
  }

  @Test
  void aPersonSeesWhereAPasswordWouldGo() {
    try (FieldValues values = values("ldap.example")) {
      PlannedRequest ldap = new TemplateProber().preview(LDAP, values).getFirst();
      assertEquals("ldap", ldap.method());
      assertEquals("ldap://ldap.example", ldap.url());
      assertEquals("bind_dn: cn=\nhost: ldap.example\npassword: ••••••", ldap.body());
      assertTrue(ldap.carriesSecret());
      PlannedRequest mongo =
          new TemplateProber().preview(service("{'mongodb': {'url': '{url}'}}"), values).getFirst();
      assertEquals("mongodb://db.example", mongo.url());
      assertEquals("url: ••••••", mongo.body());
      PlannedRequest part =
          new TemplateProber()
              .preview(
                  service(
                      "{'redis': {'host': '{url|part:host|public}', 'port': '{url|part:port|public}',"
                          + " 'password': '{url|part:password}'}}"),
                  values)
              .getFirst();
      assertEquals("redis://db.example:27018", part.url());
      assertEquals("host: db.example\npassword: ••••••\nport: 27018", part.body());
    }
  }

  @Test
  void onlyThePasswordOfAnAddressIsMadeUp() throws Exception {
    Wire wire = new Wire("ok", "49");
    test(service("{'mongodb': {'url': '{url}'}}"), values("x"), wire);
    String madeUp = wire.calls.get(1).conversation().orElseThrow().with().get("url");
    assertTrue(madeUp.matches("mongodb://ada:[^@]+@db\\.example:27018/"), madeUp);
    assertFalse(madeUp.contains("pw-0000"), madeUp);
  }
}

package io.keyarbor.probe.transport.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Tls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A URL may leave it to DNS where the hosts are, within limits. */
class MongoUrlTest {
  private static MongoTarget read(String url, Map<String, List<String>> records) throws Exception {
    try (DnsServer server = DnsServer.start(records)) {
      return MongoUrl.parse(url).target(Tls.OFF, Dns.at(server.url()));
    }
  }

  @Test
  void dnsTellsTheHostsAndWhoKnowsTheUser() throws Exception {
    MongoTarget target =
        read(
            "mongodb+srv://ada:demo%40mongo@shop.demo.example/stock?retryWrites=true&w=majority",
            Map.of(
                "_mongodb._tcp.shop.demo.example",
                List.of("27017 shop-0.demo.example", "27018 shop-1.demo.example"),
                "shop.demo.example",
                List.of("authSource=people&replicaSet=rs")));
    assertEquals(
        List.of(
            new Address("shop-0.demo.example", 27017), new Address("shop-1.demo.example", 27018)),
        target.hosts());
    assertEquals("people", target.source());
    assertEquals("demo@mongo", target.password());
    assertEquals(Tls.ON, target.tls(), "a service is protected if nothing is said");
  }

  @Test
  void whatTheUrlSaysGoesFirst() throws Exception {
    MongoTarget target =
        read(
            "mongodb+srv://ada:demo@shop.demo.example/stock?authSource=own&tls=false",
            Map.of(
                "_mongodb._tcp.shop.demo.example", List.of("1 a.demo.example"),
                "shop.demo.example", List.of("authSource=people")));
    assertEquals("own", target.source());
    assertEquals(Tls.OFF, target.tls());
  }

  @Test
  void dnsLeadsNobodyToAForeignDomain() {
    for (String host : List.of("evil.example", "demo.example.evil", "xdemo.example", "example")) {
      BadInput refused =
          assertThrows(
              BadInput.class,
              () ->
                  read(
                      "mongodb+srv://ada:demo@shop.demo.example",
                      Map.of("_mongodb._tcp.shop.demo.example", List.of("27017 " + host))));
      assertTrue(refused.getMessage().contains("another domain"), refused.getMessage());
    }
  }

  @Test
  void aNameThatIsNoServiceIsTold() {
    assertThrows(BadInput.class, () -> read("mongodb+srv://ada:demo@shop.demo.example", Map.of()));
  }

  @Test
  void anAddressOfSixGroupsIsOne() {
    MongoTarget target = MongoUrl.parse("mongodb://[::1]:5,[fe80::2]").target(Tls.ON, null);
    assertEquals(List.of(new Address("::1", 5), new Address("fe80::2", 27017)), target.hosts());
    assertEquals("admin", target.source());
    assertEquals(Tls.ON, target.tls());
  }

  @Test
  void aPlusIsAPlus() {
    MongoTarget target = MongoUrl.parse("mongodb://a+b:c%2Bd+e@host").target(Tls.OFF, null);
    assertEquals("a+b", target.user());
    assertEquals("c+d+e", target.password());
  }
}

package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.text.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in at a server that speaks as MongoDB does. */
class MongoTest {
  private static Visitor at(MongoServer server) {
    return Visitor.at("mongodb", server.port());
  }

  private static Visitor as(MongoServer server, String user, String password) {
    return at(server).with("username", user).with("password", password);
  }

  private static Visitor url(String url) {
    return Visitor.at("mongodb", 1).with("host", "").with("port", "").with("url", url);
  }

  @Test
  void theRightPasswordLogsIn() throws Exception {
    try (MongoServer server = MongoServer.start(null, true)) {
      Reply reply = as(server, "ada", "demo-mongo").visit();
      assertEquals("ok", reply.code(), reply.errorClass());
      assertEquals("{\"version\":\"8.0.4\",\"user\":\"ada\"}", reply.body());
      assertEquals(1, server.heard("saslStart"));
    }
  }

  @Test
  void aWrongOneIsRefusedAtTheFirstTry() throws Exception {
    try (MongoServer server = MongoServer.start(null, true)) {
      assertEquals("18", as(server, "ada", "demo-wrong").meets());
      assertEquals(1, server.heard("saslStart"));
      assertEquals("18", as(server, "bob", "demo-mongo").meets());
      assertEquals("18", as(server, "ada", "demo-mongo").with("auth_source", "shop").meets());
    }
  }

  @Test
  void aServerThatAsksForNobodyIsTold() throws Exception {
    try (MongoServer asks = MongoServer.start(null, true);
        MongoServer open = MongoServer.start(null, false)) {
      assertEquals("13", at(asks).meets());
      assertEquals("no_password", at(open).meets());
      assertThrows(BadInput.class, () -> at(open).with("username", "ada").meets());
    }
  }

  @Test
  void tlsIsCheckedAsOverHttps() throws Exception {
    Certificates authority = Certificates.loopback();
    Certificates leaf = authority.signsLoopback();
    try (MongoServer server = MongoServer.start(leaf.server(null), true)) {
      Visitor visitor = as(server, "ada", "demo-mongo").with("tls", "on");
      TlsHabits.hold(visitor, authority, leaf, "ok");
      assertEquals(
          "18",
          visitor
              .with("password", "demo-wrong")
              .trusting(new TlsTrust.Authorities(authority.certificatePem()))
              .meets());
    }
    try (MongoServer server = MongoServer.start(null, true)) {
      assertEquals("handshake", as(server, "ada", "demo-mongo").with("tls", "on").hasty().meets());
      assertEquals(0, server.heard("saslStart"));
    }
  }

  @Test
  void aUrlLogsIn() throws Exception {
    try (MongoServer server = MongoServer.start(null, true)) {
      String host = "127.0.0.1:" + server.port();
      assertEquals("ok", url("mongodb://ada:demo%2Dmongo@" + host).meets());
      assertEquals("ok", url("mongodb://ada:demo-mongo@" + host + "/?retryWrites=true").meets());
      assertEquals(
          "ok", url("mongodb://ada:demo-mongo@" + host + "/shop?authSource=admin").meets());
      assertEquals("18", url("mongodb://ada:demo-mongo@" + host + "/shop").meets());
      assertEquals(
          "ok",
          url("mongodb://ada:demo-mongo@" + host + "/?authMechanism=SCRAM-SHA-256&w=majority")
              .meets());
      // The first host is not there; nothing was said to it.
      assertEquals("ok", url("mongodb://ada:demo-mongo@127.0.0.1:1," + host).meets());
      assertEquals("18", url("mongodb://ada:demo-wrong@127.0.0.1:1," + host).meets());
      assertEquals("connect_refused", url("mongodb://ada:demo-mongo@127.0.0.1:1").meets());
      assertEquals("dns", url("mongodb://ada:demo-mongo@host.invalid").meets());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?tlsInsecure=true",
        "/?tlsAllowInvalidCertificates=true",
        "/?tls=maybe",
        "/?tlsAllowInvalidHostnames=true",
        "/?sslInvalidHostNameAllowed=true",
        "/?proxyHost=127.0.0.1",
        "/?proxyPort=1",
        "/?proxyUsername=a",
        "/?tlsCAFile=/etc/passwd",
        "/?tlsCertificateKeyFile=x",
        "/?authMechanism=PLAIN",
        "/?authMechanism=MONGODB-OIDC",
        "/?authMechanism=GSSAPI",
        "/?authMechanismProperties=SERVICE_HOST:x",
        "/?unknown=1",
        "/?tls=true&tls=false",
        "/?tls",
        "/?TLSINSECURE=true",
        "/?srvServiceName=x",
        "/?a=%zz"
      })
  void anOptionThatLoosensAnythingIsRefused(String options) throws Exception {
    try (MongoServer server = MongoServer.start(null, true)) {
      Visitor visitor = url("mongodb://ada:demo-mongo@127.0.0.1:" + server.port() + options);
      BadInput refused = assertThrows(BadInput.class, visitor::meets);
      assertFalse(refused.getMessage().contains("demo-mongo"), refused.getMessage());
      assertEquals(0, server.heard("isMaster") + server.heard("hello"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://ada:de@mo@host",
        "mongodb://ada:de/mo@host",
        "mongodb://a:b:c@host",
        "http://x",
        "mongodb://",
        "mongodb:///x",
        "mongodb://ada:demo-mongo@",
        "mongodb://h:0",
        "mongodb://h:99999",
        "mongodb://h,",
        "mongodb://%2Ftmp%2Fmongodb.sock",
        "mongodb+srv://a,b",
        "mongodb+srv://a:1"
      })
  void aUrlThatCouldMeanTwoThingsIsRefused(String text) {
    BadInput refused = assertThrows(BadInput.class, () -> url(text).meets());
    assertTrue(refused.getMessage().length() > 20);
  }
}

package io.keyarbor.probe.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * Speaks MongoDB's protocol to the letter as far as a login goes, with the user {@code ada} of the
 * database {@code admin}. No real MongoDB is among the programs that a system's own packages
 * install; what this one says was taken from MongoDB's manual (wire protocol, {@code hello}, {@code
 * saslStart}, error codes).
 */
final class MongoServer implements AutoCloseable {
  private static final String PASSWORD = "demo-mongo";

  private final ServerSocket listener;
  private final boolean asks;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private MongoServer(ServerSocket listener, boolean asks) {
    this.listener = listener;
    this.asks = asks;
  }

  /**
   * One on the loopback.
   *
   * @param tls null for none
   * @param asks whether it lets in only those who log in
   */
  static MongoServer start(SSLContext tls, boolean asks) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    ServerSocket listener =
        tls == null
            ? new ServerSocket(0, 50, here)
            : tls.getServerSocketFactory().createServerSocket(0, 50, here);
    MongoServer server = new MongoServer(listener, asks);
    server.threads.execute(server::accept);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How often it was given that command. */
  long heard(String command) {
    return heard.stream().filter(command::equals).count();
  }

  private void accept() {
    try {
      for (; ; ) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      MongoWire wire = new MongoWire(socket);
      Guest guest = new Guest();
      for (BsonDocument asked = wire.read(); asked != null; asked = wire.read()) {
        heard.add(asked.getFirstKey());
        wire.write(guest.answer(asked));
      }
    } catch (IOException | GeneralSecurityException e) {
      // The other side went.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  /** One connection. */
  private final class Guest {
    private ScramSha256 scram;
    private boolean known;

    BsonDocument answer(BsonDocument asked) throws GeneralSecurityException {
      return switch (asked.getFirstKey()) {
        case "hello", "isMaster", "ismaster" -> hello(asked);
        case "saslStart" -> start(asked);
        case "saslContinue" -> proceed(asked);
        case "connectionStatus" -> status();
        case "buildInfo" -> ok().append("version", new BsonString("8.0.4"));
        case "listDatabases" ->
            known || !asks
                ? ok().append("databases", new BsonArray())
                : error(13, "Unauthorized", "Command listDatabases requires authentication");
        case "ping", "endSessions" -> ok();
        default -> error(59, "CommandNotFound", "no such command");
      };
    }

    private BsonDocument hello(BsonDocument asked) {
      BsonDocument hello =
          ok().append("ismaster", BsonBoolean.TRUE)
              .append("isWritablePrimary", BsonBoolean.TRUE)
              .append("helloOk", BsonBoolean.TRUE)
              .append("maxBsonObjectSize", new BsonInt32(16_777_216))
              .append("maxMessageSizeBytes", new BsonInt32(48_000_000))
              .append("maxWriteBatchSize", new BsonInt32(100_000))
              .append("connectionId", new BsonInt32(1))
              .append("minWireVersion", new BsonInt32(0))
              .append("maxWireVersion", new BsonInt32(25))
              .append("readOnly", BsonBoolean.FALSE);
      if (asked.containsKey("saslSupportedMechs")) {
        hello.append("saslSupportedMechs", new BsonArray(List.of(new BsonString("SCRAM-SHA-256"))));
      }
      return hello;
    }

    private BsonDocument start(BsonDocument asked) throws GeneralSecurityException {
      String first = payload(asked);
      boolean right =
          asked.getString("mechanism").getValue().equals("SCRAM-SHA-256")
              && asked.getString("$db").getValue().equals("admin")
              && ScramSha256.user(first).equals("ada");
      scram = right ? new ScramSha256(PASSWORD) : null;
      return right ? said(scram.challenge(first), false) : refused();
    }

    private BsonDocument proceed(BsonDocument asked) throws GeneralSecurityException {
      String proof = scram == null ? null : scram.verify(payload(asked));
      known = proof != null;
      return known ? said(proof, true) : refused();
    }

    private BsonDocument status() {
      BsonArray users = new BsonArray();
      if (known) {
        users.add(
            new BsonDocument("user", new BsonString("ada")).append("db", new BsonString("admin")));
      }
      return ok().append(
              "authInfo",
              new BsonDocument("authenticatedUsers", users)
                  .append("authenticatedUserRoles", new BsonArray()));
    }

    private BsonDocument said(String text, boolean done) {
      return ok().append("conversationId", new BsonInt32(1))
          .append("done", BsonBoolean.valueOf(done))
          .append("payload", new BsonBinary(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String payload(BsonDocument asked) {
      return new String(asked.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }

    private static BsonDocument ok() {
      return new BsonDocument("ok", new BsonInt32(1));
    }

    private static BsonDocument refused() {
      return error(18, "AuthenticationFailed", "Authentication failed.");
    }

    private static BsonDocument error(int code, String name, String words) {
      return new BsonDocument("ok", new BsonInt32(0))
          .append("errmsg", new BsonString(words))
          .append("code", new BsonInt32(code))
          .append("codeName", new BsonString(name));
    }
  }
}

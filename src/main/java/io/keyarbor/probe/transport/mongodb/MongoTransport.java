package io.keyarbor.probe.transport.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * Logs in at MongoDB with {@code SCRAM}, asks {@code connectionStatus} and {@code buildInfo}. With
 * no user it finds out whether the server asks for one. It speaks to one host of the URL, and to
 * none that a server names.
 */
public final class MongoTransport implements Transport {
  private final Dns dns;

  /** Asks the system's DNS for services. */
  public MongoTransport() {
    this(Dns.at("dns:"));
  }

  MongoTransport(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Reply talk(Login login) throws InterruptedException {
    return Conversation.hold(login, line -> converse(line, login));
  }

  private Reply converse(Line line, Login login) throws IOException {
    MongoTarget target = target(line, login);
    if (target.user().isEmpty() != target.password().isEmpty()) {
      throw new BadInput("Give both a user and a password, or none of them.");
    }
    MongoFault last = null;
    for (Address host : target.hosts()) {
      try {
        return logIn(line, login, target, host);
      } catch (MongoFault e) {
        last = e;
        if (!e.isUnreachable()) {
          break;
        }
      }
    }
    throw line.failed(last.errorClass(), last);
  }

  private MongoTarget target(Line line, Login login) throws IOException {
    try {
      return MongoTarget.of(login, dns);
    } catch (Dns.NoDns e) {
      throw line.failed("dns", new IOException(e));
    }
  }

  private static Reply logIn(Line line, Login login, MongoTarget target, Address host)
      throws MongoFault {
    MongoWatch watch = new MongoWatch(Thread.currentThread());
    try (MongoClient client =
        MongoClients.create(MongoSettings.of(login, target, host, line.context(), watch))) {
      line.connected(client);
      MongoDatabase database = client.getDatabase("admin");
      return target.user().isEmpty() ? asNobody(database) : asUser(database);
    } catch (MongoException e) {
      Optional<String> code = code(e);
      if (code.isPresent()) {
        return Reply.answered(code.get(), "");
      }
      throw new MongoFault(watch.cause().orElse(e), target.tls() == Tls.ON && !watch.hasAnswered());
    } finally {
      watch.end();
    }
  }

  private static Reply asUser(MongoDatabase database) {
    BsonDocument status = ask(database, "connectionStatus");
    List<String> users =
        status.getDocument("authInfo", new BsonDocument()).getArray("authenticatedUsers").stream()
            .map(user -> user.asDocument().getString("user", new BsonString("")).getValue())
            .toList();
    Body body = version(database);
    users.stream().findFirst().ifPresent(user -> body.with("user", user));
    return Reply.answered("ok", body.json());
  }

  /** Whoever may list the databases without a name needs none. */
  private static Reply asNobody(MongoDatabase database) {
    database.runCommand(
        new BsonDocument("listDatabases", new BsonInt32(1)).append("nameOnly", BsonBoolean.TRUE),
        BsonDocument.class);
    return Reply.answered("no_password", version(database).json());
  }

  private static Body version(MongoDatabase database) {
    Body body = new Body();
    try {
      return body.with(
          "version",
          ask(database, "buildInfo").getString("version", new BsonString("")).getValue());
    } catch (MongoCommandException e) {
      // It may not ask that.
      return body;
    }
  }

  private static BsonDocument ask(MongoDatabase database, String command) {
    return database.runCommand(new BsonDocument(command, new BsonInt32(1)), BsonDocument.class);
  }

  /** The error number that the server gave, whatever the driver made of it. */
  private static Optional<String> code(MongoException fault) {
    return Stream.iterate((Throwable) fault, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(MongoCommandException.class::isInstance)
        .map(MongoCommandException.class::cast)
        .filter(said -> said.getErrorCode() > 0)
        .map(said -> Integer.toString(said.getErrorCode()))
        .findFirst();
  }
}

package io.keyarbor.probe.transport.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerMonitoringMode;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Tls;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The driver's settings: one host, one connection for work, nothing twice. */
final class MongoSettings {
  private MongoSettings() {}

  static MongoClientSettings of(
      Login login, MongoTarget target, Address host, SSLContext tls, MongoWatch watch) {
    int connect = (int) login.connect().toMillis();
    int patience = (int) login.patience().toMillis();
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applicationName("Keyarbor")
            .retryReads(false)
            .retryWrites(false)
            .applyToClusterSettings(cluster ->
                cluster
                    .hosts(List.of(new ServerAddress(host.host(), host.port())))
                    // Whatever other hosts the server names.
                    .mode(ClusterConnectionMode.SINGLE)
                    .serverSelectionTimeout(patience, TimeUnit.MILLISECONDS))
            .applyToServerSettings(server ->
                server
                    .serverMonitoringMode(ServerMonitoringMode.POLL)
                    .addServerMonitorListener(watch))
            .applyToConnectionPoolSettings(pool -> pool.minSize(0).maxSize(1))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(connect, TimeUnit.MILLISECONDS)
                    .readTimeout(patience, TimeUnit.MILLISECONDS))
            .applyToSslSettings(ssl -> ssl.enabled(target.tls() == Tls.ON).context(tls));
    if (!target.user().isEmpty()) {
      settings.credential(credential(target));
    }
    return settings.build();
  }

  /** Each of them proves the password without showing it. */
  private static MongoCredential credential(MongoTarget target) {
    char[] password = target.password().toCharArray();
    return switch (target.mechanism()) {
      case "SCRAM-SHA-1" ->
          MongoCredential.createScramSha1Credential(target.user(), target.source(), password);
      case "SCRAM-SHA-256" ->
          MongoCredential.createScramSha256Credential(target.user(), target.source(), password);
      default -> MongoCredential.createCredential(target.user(), target.source(), password);
    };
  }
}

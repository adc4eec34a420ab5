package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.cli.CommandChild;
import io.keyarbor.cli.CommandChild.Ended;
import io.keyarbor.cli.CommandLineHarness;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code psql} logs in with what a profile gives it, and with nothing else. */
@RequiresProgram(PostgreSqlServer.BIN + "postgres")
class PsqlRunTest {
  private static final String PASSWORD = "demo-$p'q\"l ü";

  @TempDir Path folder;
  @TempDir Path servers;

  @Test
  void psqlLogsInByAProfile() throws Exception {
    Certificates authority = Certificates.loopback();
    try (PostgreSqlServer server =
        PostgreSqlServer.start(
            servers,
            authority.signsLoopback(),
            Certificates.client("EC"),
            "host all all all scram-sha-256\n",
            List.of("CREATE ROLE app LOGIN PASSWORD 'demo-$p''q\"l ü';"))) {
      CommandLineHarness vault = new CommandLineHarness(folder);
      Details details =
          new Details(
              "Billing",
              "postgresql",
              Optional.empty(),
              Map.of(
                  "auth_method", "password",
                  "host", "127.0.0.1",
                  "port", Integer.toString(server.port()),
                  "database", "postgres",
                  "user", "app"),
              Set.of(),
              false,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      vault.inVault(
          session -> session.credentials().add(details, TestVaults.secrets("password", PASSWORD)));
      assertEquals(0, vault.run("profile", "create", "db").code());
      assertEquals(0, vault.run("profile", "add", "db", "Billing").code());
      Ended ended =
          new CommandChild(vault)
              .run("run", "-p", "db", "--", "psql", "-w", "-tAc", "select current_user");
      assertEquals("app\n", ended.text(), ended.err());
    }
  }
}

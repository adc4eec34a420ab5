package io.keyarbor.transfer.sweep;

import static io.keyarbor.vault.TestVaults.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.sweep.Find.State;
import io.keyarbor.transfer.sweep.Source.Kind;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep takes from the files that tools write, in the shapes they document. */
class SweepTest {
  private static final Catalogue CATALOGUE = JsonCatalogue.bundled();

  @TempDir Path temp;
  private Path home;
  private LocalVault vault;
  private Session session;

  @BeforeEach
  void unlock() throws IOException {
    home = Files.createDirectories(temp.resolve("home"));
    vault = TestVaults.vault(temp.resolve("state"));
    try (var key = TestVaults.key("test password")) {
      session = vault.create(temp.resolve("v.keyarbor"), "Personal", key);
    }
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private Path write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Findings look(Map<String, String> env) {
    try {
      return new Sweep(CATALOGUE).look(session, Places.all(env, home, List.of(home)), what -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Find only(Findings findings) {
    assertEquals(1, findings.finds().size(), () -> shown(findings));
    return findings.finds().getFirst();
  }

  private static String shown(Findings f) {
    return f.finds().stream()
            .map(x ->
                x.source()
                    + " "
                    + x.services().stream().map(s -> s.serviceType()).toList()
                    + x.draft().details().fields())
            .collect(Collectors.joining("\n"))
        + f.skipped();
  }

  private static String secret(Find find, String field) {
    return text(find.draft().secrets().get(field));
  }

  @Test
  void takesAwsProfilesFromBothFilesWithTheirGuesses() throws IOException {
    write(
        ".aws/credentials",
        """
        # made by hand
        [default]
        aws_access_key_id = AKIAFAKEFAKEFAKEFAKE
        aws_secret_access_key = fake+secret/of/default+0123456789abcdefg

        [lab]
        aws_access_key_id=ASIAFAKEFAKEFAKEFAKE
        aws_secret_access_key=fake+secret/of/lab+0123456789abcdefghijk
        aws_session_token=FAKEsession==
        s3 =
            max_concurrent_requests = 20

        [by-program]
        credential_process = /opt/bin/get-credentials
        """);
    write(
        ".aws/config",
        """
        [default]
        region = eu-west-1
        [profile old]
        region = eu-central-1
        aws_access_key_id = AKIAFAKEFAKEFAKEFAK2
        aws_secret_access_key = fake+secret/of/old+0123456789abcdefghijk
        """);
    try (Findings findings = look(Map.of())) {
      assertEquals(3, findings.finds().size(), () -> shown(findings));
      Find first = findings.finds().getFirst();
      assertEquals(List.of("aws", "aws-secrets-manager"), services(first));
      assertEquals("Amazon Web Services default", first.draft().details().name());
      assertEquals("AKIAFAKEFAKEFAKEFAKE", first.draft().details().fields().get("access_key_id"));
      assertEquals("fake+secret/of/default+0123456789abcdefg", secret(first, "secret_access_key"));
      assertEquals(4, first.source().line());
      assertEquals("FAKEsession==", secret(findings.finds().get(1), "session_token"));
      assertEquals(
          "eu-central-1", findings.finds().get(2).draft().details().fields().get("region"));
    }
  }

  private static List<String> services(Find find) {
    return find.services().stream().map(s -> s.serviceType()).toList();
  }

  @Test
  void followsTheVariablesThatMoveFiles() throws IOException {
    Path moved =
        write(
            "elsewhere/aws",
            "[x]\naws_secret_access_key = fakefakefakefake0123\naws_access_key_id=AKIAFAKEFAKEFAKEFAKE\n");
    write("xdg/doctl/config.yaml", "access-token: dop_v1_" + "0a".repeat(32) + "\n");
    write(
        "dockers/config.json",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"" + base64("me:fakepassword1") + "\"}}}");
    try (Findings findings =
        look(
            Map.of(
                "AWS_SHARED_CREDENTIALS_FILE", moved.toString(),
                "XDG_CONFIG_HOME", home.resolve("xdg").toString(),
                "DOCKER_CONFIG", home.resolve("dockers").toString()))) {
      assertEquals(
          List.of("aws", "digitalocean", "oci-registry"),
          findings.finds().stream().map(f -> f.service().serviceType()).sorted().toList(),
          () -> shown(findings));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void takesTheLoginsOfGhInBothShapes() throws IOException {
    write(
        ".config/gh/hosts.yml",
        """
        github.com:
            git_protocol: https
            users:
                first:
                    oauth_token: gho_fakefakefakefakefakefakefakefakefake
                second:
                    oauth_token: gho_fakefakefakefakefakefakefakefake0002
            user: first
            oauth_token: gho_fakefakefakefakefakefakefakefakefake
        """);
    try (Findings findings = look(Map.of())) {
      assertEquals(2, findings.finds().size(), () -> shown(findings));
      assertEquals(
          "token", findings.finds().getFirst().draft().details().fields().get("auth_method"));
      assertTrue(findings.finds().stream().allMatch(f -> f.state() == State.NEW));
    }
  }

  @Test
  void takesTheWholeFileOfGcloud() throws IOException {
    String adc =
        """
        {
          "client_id": "fake.apps.googleusercontent.com",
          "client_secret": "fake",
          "refresh_token": "1//fakefakefake",
          "type": "authorized_user"
        }
        """;
    write(".config/gcloud/application_default_credentials.json", adc);
    try (Findings findings = look(Map.of())) {
      Find find = only(findings);
      assertEquals(adc, secret(find, "credentials_file"));
      assertEquals("authorized_user", find.draft().details().fields().get("auth_method"));
    }
    write(
        ".config/gcloud/application_default_credentials.json", "{\"type\": \"external_account\"}");
    try (Findings findings = look(Map.of())) {
      assertTrue(findings.finds().isEmpty());
      assertEquals(1, findings.skipped().size());
    }
  }

  @Test
  void makesAFileOfEachKubernetesContext() throws IOException {
    write("certs/client.key", "-----BEGIN FAKE KEY-----\n");
    write("certs/client.crt", "-----BEGIN FAKE CERTIFICATE-----\n");
    write(
        ".kube/config",
        """
        apiVersion: v1
        kind: Config
        current-context: prod
        clusters:
        - name: c1
          cluster: {server: https://192.0.2.1:6443, certificate-authority-data: RkFLRQ==}
        contexts:
        - name: prod
          context: {cluster: c1, user: by-token, namespace: web}
        - name: lab
          context: {cluster: c1, user: by-file}
        - name: cloud
          context: {cluster: c1, user: by-program}
        - name: broken
          context: {cluster: gone, user: by-token}
        users:
        - name: by-token
          user: {token: fake-token-0123456789}
        - name: by-file
          user: {client-certificate: ../certs/client.crt, client-key: ../certs/client.key}
        - name: by-program
          user: {exec: {command: aws, apiVersion: client.authentication.k8s.io/v1}}
        """);
    try (Findings findings = look(Map.of())) {
      assertEquals(2, findings.finds().size(), () -> shown(findings));
      Find prod = findings.finds().getFirst();
      assertEquals("Kubernetes prod", prod.draft().details().name());
      assertEquals("token", prod.draft().details().fields().get("kubeconfig_login"));
      assertTrue(secret(prod, "kubeconfig").contains("\"current-context\":\"prod\""));
      assertTrue(secret(prod, "kubeconfig").contains("fake-token-0123456789"));
      Find lab = findings.finds().get(1);
      assertTrue(secret(lab, "kubeconfig").contains(base64("-----BEGIN FAKE KEY-----\n")));
      assertTrue(!secret(lab, "kubeconfig").contains("../certs"));
      assertEquals(2, findings.skipped().size(), () -> shown(findings));
    }
  }

  @Test
  void takesDockerLoginsAndTellsOfHelpers() throws IOException {
    write(
        ".docker/config.json",
        """
        {
          "auths": {
            "https://index.docker.io/v1/": {"auth": "%s"},
            "registry.example.com": {"auth": "%s"},
            "helped.example.com": {}
          },
          "credHelpers": {"helped.example.com": "secretservice"}
        }
        """
            .formatted(
                base64("me:dckr_pat_fakefakefakefakefakefakefak"), base64("ci:fake:with:colons")));
    try (Findings findings = look(Map.of())) {
      assertEquals(2, findings.finds().size(), () -> shown(findings));
      Find hub = findings.finds().getFirst();
      assertEquals(List.of("docker-hub", "oci-registry"), services(hub));
      assertEquals("me", hub.draft().details().fields().get("username"));
      Find own = findings.finds().get(1);
      assertEquals("fake:with:colons", secret(own, "password"));
      assertEquals("https://registry.example.com", own.draft().details().fields().get("registry"));
      assertEquals(1, findings.skipped().size());
    }
  }

  @Test
  void readsNetrcWithMacrosAndOnOneLine() throws IOException {
    write(
        ".netrc",
        """
        # old machines
        machine ftp.example.com login me password fake-ftp-password macdef init
        cd /pub
        machine not.a.machine login no password no-secret-here

        machine api.github.com
          login octo
          password ghp_fakefakefakefakefakefakefakefakefake
        default login anonymous password "me and \\"you\\""
        """);
    try (Findings findings = look(Map.of())) {
      assertEquals(3, findings.finds().size(), () -> shown(findings));
      assertEquals(List.of("github", "generic-login"), services(findings.finds().getFirst()));
      assertTrue(
          findings.finds().stream()
              .anyMatch(f ->
                  f.draft().secrets().containsKey("password")
                      && secret(f, "password").equals("me and \"you\"")));
    }
  }

  @Test
  void knowsVariablesByTheirNamesThenByLooksThenBySecretNames() throws IOException {
    write(
        "shop/.env",
        """
        # local
        export OPENAI_API_KEY="sk-proj-fakefakefakefakefake" # mine
        AWS_ACCESS_KEY_ID=AKIAFAKEFAKEFAKEFAKE
        AWS_SECRET_ACCESS_KEY='fake+secret+0123456789'
        AWS_REGION=eu-west-1
        DATABASE_URL=postgresql://app:fake-password@db.example.com/shop
        PAYMENTS=sk_test_fakefakefake0123
        SESSION_SECRET=0123456789fake
        LOG_LEVEL=debug
        SECRET_KEY_FILE=/run/secrets/key
        NEW_TOKEN=${OTHER_TOKEN}
        API_TOKEN=changeme
        """);
    write("shop/.env.example", "OPENAI_API_KEY=sk-proj-exampleexampleexample\n");
    write("shop/node_modules/x/.env", "OPENAI_API_KEY=sk-proj-notmine0123456789\n");
    try (Findings findings = look(Map.of("PATH", "/bin", "PWD", "/x", "GH_TOKEN", "ghp_fake"))) {
      Map<String, Find> byName =
          findings.finds().stream().collect(Collectors.toMap(f -> f.source().name(), f -> f));
      assertEquals(6, byName.size(), () -> shown(findings));
      assertEquals("openai", byName.get("OPENAI_API_KEY").service().serviceType());
      assertEquals("OpenAI (shop)", byName.get("OPENAI_API_KEY").draft().details().name());
      assertEquals("aws", byName.get("AWS_SECRET_ACCESS_KEY").service().serviceType());
      assertEquals(
          Map.of(
              "access_key_id",
              "AKIAFAKEFAKEFAKEFAKE",
              "region",
              "eu-west-1",
              "endpoint",
              "regional"),
          byName.get("AWS_SECRET_ACCESS_KEY").draft().details().fields());
      assertEquals("postgresql", byName.get("DATABASE_URL").service().serviceType());
      assertEquals("stripe", byName.get("PAYMENTS").service().serviceType());
      assertEquals("generic-secret", byName.get("SESSION_SECRET").service().serviceType());
      assertEquals(Kind.ENVIRONMENT, byName.get("GH_TOKEN").source().kind());
      assertEquals(2, byName.get("OPENAI_API_KEY").source().line());
    }
  }

  @Test
  void tellsOfShellProfilesButNeverReplacesThere() throws IOException {
    write(
        ".bashrc",
        """
        alias ll='ls -l'
        export GITLAB_TOKEN=glpat-fakefakefakefakefake
        export OTHER_TOKEN=$(pass show other)
        if true; then
          export OPENAI_API_KEY='sk-fakefakefakefakefakefake'
        fi
        """);
    try (Findings findings = look(Map.of("GITLAB_TOKEN", "glpat-fakefakefakefakefake"))) {
      assertEquals(3, findings.finds().size(), () -> shown(findings));
      Find profile = findings.finds().get(1);
      assertEquals(State.DUPLICATE, profile.state());
      assertEquals(2, profile.source().line());
      assertTrue(!profile.source().isReplaceable());
    }
  }

  @Test
  void addsEachOnceAndFindsNothingNewTheSecondTime() throws IOException {
    write("a/.env", "OPENAI_API_KEY=sk-proj-fakefakefakefakefake\n");
    write("b/.env", "OPENAI_API_KEY=sk-proj-fakefakefakefakefake\n");
    try (Findings findings = look(Map.of())) {
      assertEquals(
          List.of(State.NEW, State.DUPLICATE), findings.finds().stream().map(Find::state).toList());
      ImportPlan.of(session, findings.newOnes()).apply(session);
    }
    assertEquals(1, session.credentials().all().size());
    try (Findings findings = look(Map.of())) {
      assertTrue(findings.finds().stream().allMatch(f -> f.state() == State.ALREADY_IN_VAULT));
      assertEquals("OpenAI (a)", findings.finds().getFirst().sameAs());
    }
  }
}

package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as the build put it together, run as a shell runs it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Path HOME = Path.of(System.getProperty("keyarbor.home"));

  @TempDir Path folder;
  private Path password;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void password() throws Exception {
    password = folder.resolve("password");
    PrivateFile.write(password, "fake master password 1\n".getBytes(StandardCharsets.UTF_8));
  }

  private Ran run(Path program, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    Map<String, String> env = builder.environment();
    for (String name : List.of("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "RUNTIME_DIR")) {
      env.put("XDG_" + name, folder.resolve(name).toString());
    }
    env.put("KEYARBOR_PASSWORD_FILE", password.toString());
    // Would slow each start down, or let others in, if the start script heeded it.
    env.put("JDK_JAVA_OPTIONS", "-XX:NoSuchOption");
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out, Files.readString(err));
  }

  @Test
  void worksThroughALinkFromAPathWithSpacesAndWithoutItsCache() throws Exception {
    Path moved = folder.resolve("a place with 'quotes' and $HOME");
    Files.createDirectories(moved.resolve("bin"));
    Files.copy(HOME.resolve("bin/keyarbor"), moved.resolve("bin/keyarbor"));
    assertTrue(moved.resolve("bin/keyarbor").toFile().setExecutable(true));
    Files.createSymbolicLink(moved.resolve("runtime"), HOME.resolve("runtime").toAbsolutePath());
    Files.createDirectories(moved.resolve("lib"));
    try (var jars = Files.list(HOME.resolve("lib"))) {
      for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).toList()) {
        Files.createSymbolicLink(moved.resolve("lib").resolve(jar.getFileName()), jar);
      }
    }
    Path link = Files.createSymbolicLink(folder.resolve("kb"), Path.of(moved + "/bin/keyarbor"));
    assertEquals(new Ran(0, "keyarbor 0.1.0\n", ""), run(link, "--version"));
    Ran wrong = run(link, "get", "a b", "c $d", "");
    assertEquals(ExitCode.USAGE, wrong.code(), wrong.err());
  }

  @Test
  void keepsAndGivesASecretWithoutAWordTooMuch() throws Exception {
    Path program = HOME.resolve("bin/keyarbor");
    Ran init = run(program, "init");
    assertEquals(0, init.code(), init.err());
    Files.writeString(folder.resolve("key"), "fake-ключ-🔑");
    Ran added =
        run(
            program,
            "add",
            "generic-secret",
            "--name",
            "One",
            "--no-test",
            "--secret",
            "value=@" + folder.resolve("key"));
    assertEquals(0, added.code(), added.err());
    assertEquals(new Ran(0, "fake-ключ-🔑", ""), run(program, "get", "One"));
    assertEquals(ExitCode.NOT_FOUND, run(program, "get", "Two").code());
  }

  @Test
  void loadsNeitherTheDesktopNorTheTemplateSchema() throws Exception {
    run(HOME.resolve("bin/keyarbor"), "init");
    run(
        HOME.resolve("bin/keyarbor"),
        "add",
        "generic-secret",
        "--name",
        "One",
        "--no-test",
        "--secret",
        "value=fake");
    // The same start script, but the virtual machine says what it loads.
    Path talking = HOME.resolve("bin").resolve("keyarbor-" + ProcessHandle.current().pid());
    Path log = folder.resolve("classes");
    try {
      Files.writeString(
          talking,
          Files.readString(HOME.resolve("bin/keyarbor"))
              .replace("-Xlog:disable", "'-Xlog:class+init:file=" + log + "'"));
      assertTrue(talking.toFile().setExecutable(true));
      assertEquals("fake", run(talking, "get", "One").out());
      String loaded = Files.readString(log);
      assertTrue(loaded.contains("io/keyarbor/cli/GetCommand"), "the log holds what was loaded");
      for (String absent : List.of("javafx/", "com/networknt", "atlantafx/", "io/keyarbor/ui/")) {
        assertFalse(loaded.contains(absent), absent);
      }
    } finally {
      Files.deleteIfExists(talking);
    }
  }

  @Test
  void bringsManualPagesAndCompletions() {
    for (String file :
        List.of(
            "bash-completion/completions/keyarbor",
            "zsh/site-functions/_keyarbor",
            "fish/vendor_completions.d/keyarbor.fish",
            "man/man1/keyarbor.1",
            "man/man1/keyarbor-get.1")) {
      assertTrue(Files.isRegularFile(HOME.resolve("share").resolve(file)), file);
    }
    assertTrue(Files.isRegularFile(HOME.resolve("lib/keyarbor.aot")));
  }
}

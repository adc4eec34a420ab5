package io.keyarbor.probe.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real OpenSSH server that knows the user who runs the tests, by keys. */
record SshServer(Program program, int port, Path folder) implements AutoCloseable {
  /**
   * One with a fresh host key.
   *
   * @param authorised the public keys that it lets in, one on each line
   * @param options of its configuration, which go before its own
   */
  static SshServer start(Path folder, String authorised, Map<String, String> options)
      throws Exception {
    key(folder, "host", "ed25519", "");
    Files.writeString(folder.resolve("authorised"), authorised);
    if (Program.isRoot()) {
      // Where the server keeps the half of it that has no rights.
      Files.createDirectories(Path.of("/run/sshd"));
    }
    int port = Program.freePort();
    List<String> command =
        new ArrayList<>(List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null", "-h"));
    command.add(folder.resolve("host").toString());
    options.forEach((name, value) -> command.addAll(List.of("-o", name + "=" + value)));
    for (String fixed :
        List.of(
            "ListenAddress=127.0.0.1",
            "Port=" + port,
            "PidFile=none",
            "AuthorizedKeysFile=" + folder.resolve("authorised"),
            "StrictModes=no",
            "PasswordAuthentication=no",
            "KbdInteractiveAuthentication=no",
            "UsePAM=no",
            "PermitRootLogin=yes",
            "LogLevel=VERBOSE")) {
      command.addAll(List.of("-o", fixed));
    }
    return new SshServer(
        Program.start(folder, "Server listening on", command.toArray(String[]::new)), port, folder);
  }

  /** Makes a key and its public half, whose name ends in {@code .pub}. */
  static void key(Path folder, String name, String type, String passphrase) throws Exception {
    Program.run(
        folder, "/usr/bin/ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", name, "-f", name);
  }

  /** Signs a public key for a year and more, with another key of that folder. */
  static void sign(Path folder, String authority, String name) throws Exception {
    Program.run(
        folder,
        "/usr/bin/ssh-keygen",
        "-q",
        "-s",
        authority,
        "-I",
        "demo",
        "-n",
        user(),
        "-V",
        "-1h:20401231000000Z",
        name + ".pub");
  }

  static String user() {
    return System.getProperty("user.name");
  }

  @Override
  public void close() {
    program.close();
  }
}

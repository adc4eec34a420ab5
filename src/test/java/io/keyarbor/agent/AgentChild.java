package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.secrets;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other processes that serve the vault or write to it, which tests kill. */
final class AgentChild {
  private AgentChild() {}

  /** Starts one. */
  static Process start(String mode, Path folder, String name) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            AgentChild.class.getName(),
            mode,
            folder.toString(),
            name));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Entry point: {@code agent|writer FOLDER NAME}. */
  public static void main(String[] args) throws IOException {
    Place place = new Place(Path.of(args[1]));
    if (args[0].equals("agent")) {
      place.unlocked();
      say("serves");
      // Until it is killed, or whoever started it is gone.
      System.in.transferTo(OutputStream.nullOutputStream());
    } else {
      write(place, args[2]);
    }
  }

  /** Adds NAME0, NAME1... and says each when it was saved. */
  private static void write(Place place, String name) {
    try (RemoteSession session = place.joined()) {
      for (int i = 0; ; i++) {
        session.credentials().add(details(name + i), secrets("token", name + i));
        say(name + i);
      }
    } catch (VaultException e) {
      say("ended: " + e.getClass().getSimpleName());
    }
    place.close();
  }

  private static void say(String line) {
    System.out.print(line + "\n");
    System.out.flush();
  }
}

package io.keyarbor.platform.instance;

import io.keyarbor.platform.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A start of the app in a process of its own, without a window. */
final class InstanceChild {
  private InstanceChild() {}

  static Process start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            InstanceChild.class.getName(),
            folder.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static Folders folders(Path folder) {
    return new Folders(
        folder.resolve("data"),
        folder.resolve("config"),
        folder.resolve("state"),
        Optional.of(folder.resolve("run")));
  }

  /** Entry point; says {@code told} or {@code first}, then every wish, until its input ends. */
  public static void main(String[] args) throws IOException {
    Wish wish = Wish.of(List.of(args).subList(1, args.length), Path.of(""));
    Optional<SingleInstance> instance = SingleInstance.claim(folders(Path.of(args[0])), wish);
    say(instance.isEmpty() ? "told" : "first");
    if (instance.isPresent()) {
      try (SingleInstance one = instance.get()) {
        one.onWish(w -> say(w.kind() + " " + w.word()));
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.print(line + "\n");
    System.out.flush();
  }
}

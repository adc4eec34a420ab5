import java.util.List;
import java.util.stream.Stream;

/**
 * What the virtual machine is told, when it rehearses and when it runs: the caches ask for both.
 */
final class Flags {
  /**
   * A short life gains nothing from the second compiler, nor from a collector with threads. No
   * core, perf data or attach socket, which others could read or which would be left behind.
   */
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisableAttachMechanism",
          "-Xlog:disable");

  static final List<String> COMMAND_LINE = with("--enable-native-access=ALL-UNNAMED");

  /** Views are built by reflection, for each call of which the JDK would else make up a class. */
  static final List<String> DESKTOP =
      with(
          "--enable-native-access=ALL-UNNAMED,javafx.graphics",
          "-Djdk.reflect.useNativeAccessorOnly=true");

  private Flags() {}

  private static List<String> with(String... more) {
    return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
  }
}

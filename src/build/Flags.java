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

  /**
   * Views are built by reflection, for each call of which the JDK would else make up a class. Code
   * is compiled later than usual, or the compiler keeps a processor busy before the first window is
   * there. A heap that begins small keeps what nobody needs any more for less long, too.
   */
  static final List<String> DESKTOP =
      with(
          "--enable-native-access=ALL-UNNAMED,javafx.graphics",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-XX:CompileThresholdScaling=2",
          "-Xms24m",
          "-XX:NewSize=8m");

  /**
   * For rehearsals: the cache shall not hold which methods were used much, or all of those are
   * compiled at each start, though most are not needed before the vault is open.
   */
  static final List<String> REHEARSAL =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private Flags() {}

  private static List<String> with(String... more) {
    return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
  }
}

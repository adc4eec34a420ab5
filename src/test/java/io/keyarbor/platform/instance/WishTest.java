package io.keyarbor.platform.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.instance.Wish.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desktop app can be started with. */
class WishTest {
  private static final Path HERE = Path.of("/home/someone/work");

  private static Wish of(String... arguments) {
    return Wish.of(List.of(arguments), HERE);
  }

  @Test
  void argumentsSayWhatIsAskedFor() {
    assertEquals(Wish.RAISE, of());
    assertEquals(Wish.QUICK, of("--quick"));
    assertEquals(Wish.HIDDEN, of("--hidden"));
    assertEquals(new Wish(Kind.SHOW, "keyarbor://Lab/token"), of("keyarbor://Lab/token"));
    assertEquals(new Wish(Kind.IMPORT, "/home/someone/team.kab"), of("../team.kab"));
    assertEquals(new Wish(Kind.IMPORT, "/tmp/b"), of("/tmp/b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--unknown", "-h", "", " ", "a\u0000b", "keyarbor://a\nb"})
  void anythingElseIsRefusedInWords(String argument) {
    String message = assertThrows(IllegalArgumentException.class, () -> of(argument)).getMessage();
    assertTrue(message.endsWith("."), message);
  }

  @Test
  void wordsAreBounded() {
    String long1 = "keyarbor://" + "a".repeat(Wish.LONGEST_WORD);
    assertThrows(IllegalArgumentException.class, () -> of(long1));
    assertThrows(IllegalArgumentException.class, () -> of("--quick", "--quick"));
    assertThrows(IllegalArgumentException.class, () -> new Wish(Kind.IMPORT, "relative"));
    assertThrows(IllegalArgumentException.class, () -> new Wish(Kind.RAISE, "more"));
  }
}

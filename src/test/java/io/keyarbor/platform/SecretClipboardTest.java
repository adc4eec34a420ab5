package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.crypto.Secret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
  private static final Duration KEEP = Duration.ofSeconds(30);

  /** What a system's clipboard does. */
  private static final class Board implements ClipboardAccess {
    private Optional<String> text = Optional.empty();
    private boolean busy;

    private void check() {
      if (busy) {
        throw new IllegalStateException("another program has it open");
      }
    }

    @Override
    public void putSecret(char[] chars) {
      check();
      text = Optional.of(new String(chars));
    }

    @Override
    public Optional<char[]> text() {
      return text.map(String::toCharArray);
    }

    @Override
    public void clear() {
      check();
      text = Optional.empty();
    }
  }

  private final Board board = new Board();
  private final HandWoundTimer timer = new HandWoundTimer();
  private final SecretClipboard clipboard = new SecretClipboard(board, timer);

  @Test
  void clearsACopiedSecretAfterItsTime() {
    copy("first-value");
    timer.pass(KEEP.minusMillis(1));
    assertEquals(Optional.of("first-value"), board.text);
    timer.pass(Duration.ofMillis(1));
    assertEquals(Optional.empty(), board.text);
  }

  @Test
  void leavesWhatThePersonCopiedMeanwhile() {
    copy("first-value");
    board.text = Optional.of("a shopping list");
    timer.pass(KEEP);
    assertEquals(Optional.of("a shopping list"), board.text);
  }

  @Test
  void givesTheNextSecretItsWholeTime() {
    copy("first-value");
    timer.pass(Duration.ofSeconds(20));
    copy("second-value");
    timer.pass(Duration.ofSeconds(29));
    assertEquals(Optional.of("second-value"), board.text);
    timer.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), board.text);
  }

  @Test
  void clearsAtOnceWhenLockedAndAtTheEnd() {
    copy("first-value");
    clipboard.clear();
    assertEquals(Optional.empty(), board.text);
    assertEquals(0, timer.pending());
    copy("second-value");
    clipboard.close();
    clipboard.close();
    assertEquals(Optional.empty(), board.text);
  }

  @Test
  void neverTouchesAClipboardItDidNotFill() {
    board.text = Optional.of("a shopping list");
    clipboard.clear();
    assertEquals(Optional.of("a shopping list"), board.text);
  }

  /** The next one is not there, so the first one stays the one to be cleared. */
  @Test
  void aCopyThatTheSystemRefusesLeavesTheFirstOneItsTime() {
    copy("first-value");
    board.busy = true;
    assertThrows(IllegalStateException.class, () -> copy("second-value"));
    board.busy = false;
    timer.pass(KEEP);
    assertEquals(Optional.empty(), board.text);
  }

  @Test
  void aClearThatTheSystemRefusesIsTriedAgainUntilItIsDone() {
    copy("first-value");
    board.busy = true;
    assertThrows(IllegalStateException.class, clipboard::clear);
    assertEquals(1, timer.pending());
    board.busy = false;
    timer.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), board.text);
    assertEquals(0, timer.pending());
  }

  private void copy(String text) {
    try (Secret secret = Secret.takeUtf8(text.toCharArray())) {
      clipboard.copy(secret, KEEP);
    }
  }
}

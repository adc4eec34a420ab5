package io.keyarbor.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoStackTest {
  private final List<String> taken = new ArrayList<>();
  private final UndoStack stack = new UndoStack();

  private UndoStack.Step push(String name) {
    return stack.push(() -> taken.add(name));
  }

  @Test
  void theNewestIsTakenBackFirstAndEachOnce() {
    push("a");
    UndoStack.Step b = push("b");
    push("c");
    stack.take(b);
    stack.take(b);
    for (int i = 0; i < 4; i++) {
      stack.takeNewest(0);
    }
    assertEquals(List.of("b", "c", "a"), taken);
  }

  @Test
  void inADialogOnlyWhatWasDoneInItIsTakenBack() {
    push("before");
    long opened = stack.last();
    stack.takeNewest(opened);
    push("inside");
    stack.takeNewest(opened);
    stack.takeNewest(opened);
    assertEquals(List.of("inside"), taken);
  }

  @Test
  void theOldestGoAndLockingForgetsAll() {
    for (int i = 0; i < UndoStack.MOST + 5; i++) {
      push("step " + i);
    }
    for (int i = 0; i < UndoStack.MOST + 5; i++) {
      stack.takeNewest(0);
    }
    assertEquals(UndoStack.MOST, taken.size());
    assertEquals("step 5", taken.getLast());
    push("late");
    stack.clear();
    stack.takeNewest(0);
    assertEquals(UndoStack.MOST, taken.size());
  }
}

package io.keyarbor.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.vault.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UndoStackTest {
  private final List<String> taken = new ArrayList<>();
  private final List<Throwable> told = new ArrayList<>();
  private final UndoStack stack = new UndoStack(told::add);

  private UndoStack.Step push(String name) {
    return stack.push(failed -> taken.add(name));
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

  @Test
  void oneThatFailedIsThereAgainInItsPlaceUnlessItCannotHelp() {
    VaultException full = new VaultException.Refused("The disk is full.");
    List<VaultException> faults = new ArrayList<>(List.of(full));
    stack.push(failed -> {
      if (faults.isEmpty()) {
        taken.add("a");
      } else {
        failed.accept(faults.removeFirst());
      }
    });
    stack.takeNewest(0);
    assertEquals(List.of(full), told);
    faults.add(new VaultException.ChangedElsewhere("a"));
    stack.takeNewest(0);
    stack.takeNewest(0);
    assertEquals(2, told.size());
    assertEquals(List.of(), taken);
  }

  @Test
  void aFailureThatComesAfterTheLockBringsNothingBack() {
    List<Consumer<Throwable>> late = new ArrayList<>();
    stack.push(late::add);
    stack.takeNewest(0);
    stack.clear();
    late.getFirst().accept(new VaultException.Refused("The disk is full."));
    stack.takeNewest(0);
    assertEquals(1, late.size());
  }
}

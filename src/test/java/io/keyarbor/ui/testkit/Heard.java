package io.keyarbor.ui.testkit;

import io.keyarbor.ui.dialog.Dialogs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** What is said to a person who answers every question with yes, and the ways back they have. */
public final class Heard implements Dialogs {
  private final List<String> words = new ArrayList<>();
  private final List<Throwable> errors = new ArrayList<>();
  private final Deque<Back> back = new ArrayDeque<>();

  /** All that was said, oldest first. */
  public List<String> words() {
    return words;
  }

  /** What went wrong. */
  public List<Throwable> errors() {
    return errors;
  }

  /** Goes the newest way back; one that fails is there again. */
  public void undo() {
    Back way = back.pop();
    way.go(failure -> {
      errors.add(failure);
      back.push(way);
    });
  }

  @Override
  public Handle show(Region content, String title, Runnable onCloseRequest) {
    words.add(title);
    return () -> {};
  }

  @Override
  public void confirm(Question question, Runnable yes) {
    words.add(question.title());
    yes.run();
  }

  @Override
  public void toast(String message, Optional<Action> way) {
    words.add(message);
  }

  @Override
  public void undoable(String message, Back way) {
    words.add(message);
    back.push(way);
  }

  @Override
  public void error(Throwable failure) {
    errors.add(failure);
  }
}

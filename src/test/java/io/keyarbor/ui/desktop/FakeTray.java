package io.keyarbor.ui.desktop;

import io.keyarbor.platform.tray.Tray;
import io.keyarbor.platform.tray.TrayFace;
import io.keyarbor.platform.tray.TrayItem;
import io.keyarbor.platform.tray.TrayListener;
import io.keyarbor.ui.tray.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tray of which the test decides whether it shows the icon. */
final class FakeTray implements Tray<Choice> {
  private final TrayListener<Choice> listener;
  private volatile Optional<TrayFace<Choice>> face = Optional.empty();
  private volatile boolean shown;
  volatile boolean closed;

  FakeTray(TrayListener<Choice> listener, boolean shown) {
    this.listener = listener;
    this.shown = shown;
  }

  /** The panel comes or goes. */
  void setShown(boolean now) {
    shown = now;
    listener.shown(now);
  }

  /** A person chooses an item by its words, in the order in which they open the menu. */
  void choose(String... words) {
    List<TrayItem<Choice>> items = face.orElseThrow().menu();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      TrayItem<Choice> item =
          items.stream().filter(one -> one.label().equals(word)).findFirst().orElseThrow();
      if (i == words.length - 1) {
        listener.chosen(item.choice().orElseThrow());
      }
      items = item.children();
    }
  }

  /** A person presses the icon. */
  void press() {
    listener.pressed();
  }

  /** All the words of the menu, those of what it opens too. */
  List<String> words() {
    return face.map(f -> every(f.menu()).map(TrayItem::label).toList()).orElse(List.of());
  }

  private static Stream<TrayItem<Choice>> every(List<TrayItem<Choice>> items) {
    return items.stream().flatMap(i -> Stream.concat(Stream.of(i), every(i.children())));
  }

  String tooltip() {
    return face.map(TrayFace::tooltip).orElse("");
  }

  TrayFace<Choice> face() {
    return face.orElseThrow();
  }

  @Override
  public void show(TrayFace<Choice> next) {
    face = Optional.of(next);
  }

  @Override
  public boolean isShown() {
    return shown;
  }

  @Override
  public void close() {
    closed = true;
    shown = false;
    listener.shown(false);
  }
}

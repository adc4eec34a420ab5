package io.keyarbor.platform.tray;

import io.keyarbor.platform.notify.Notifier;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Notifications that a tray icon shows; none while there is no icon. */
final class IconNotifier implements Notifier {
  private final Supplier<Optional<? extends Tray<?>>> icon;

  IconNotifier(Supplier<Optional<? extends Tray<?>>> icon) {
    this.icon = icon;
  }

  private void with(Consumer<AwtTray<?>> deed) {
    if (icon.get().orElse(null) instanceof AwtTray<?> tray) {
      deed.accept(tray);
    }
  }

  @Override
  public void tell(String title, String text, Runnable pressed) {
    with(tray -> tray.tell(title, text, pressed));
  }

  @Override
  public void takeBack() {
    with(AwtTray::forgetNotice);
  }
}

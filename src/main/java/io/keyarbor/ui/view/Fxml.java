package io.keyarbor.ui.view;

import io.keyarbor.language.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the view that lies beside its controller: {@code WelcomeController} has {@code
 * WelcomeController.fxml}. Its texts begin with {@code %} and are shown in the person's language.
 */
public final class Fxml {
  private Fxml() {}

  /**
   * Builds the view and injects its nodes into {@code controller}, which is made by whoever calls.
   */
  public static Parent load(Object controller) {
    Class<?> type = controller.getClass();
    FXMLLoader loader =
        new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"), Texts.bundle());
    loader.setController(controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("broken view " + type.getSimpleName(), e);
    }
  }
}

package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.tray.Picture;
import io.keyarbor.probe.Reason;
import io.keyarbor.settings.Presence;
import io.keyarbor.ui.palette.PaletteCompanion;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.tray.TrayCompanion;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.VaultState;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.Clipboard;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person works from the tray, on desktops that have one, lose it, or never had one. */
class TrayDesktopTest {
  @TempDir Path folder;
  private DesktopStage app;
  private volatile boolean panel = true;
  private volatile Optional<FakeTray> tray = Optional.empty();
  private volatile Optional<TrayCompanion> companion = Optional.empty();

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder).accompanied(this::companions);
    presence(p -> p.withCloseToTray(true));
  }

  @AfterEach
  void close() {
    Stagehand.onFx(() -> {
      companion.ifPresent(TrayCompanion::ended);
      return null;
    });
    app.close();
  }

  private List<Companion> companions(DesktopControls controls) {
    Timer soon =
        (delay, task) -> {
          Platform.runLater(task);
          return () -> {};
        };
    companion =
        Optional.of(
            new TrayCompanion(
                controls,
                app.settings,
                listener -> {
                  FakeTray made = new FakeTray(listener, panel);
                  tray = Optional.of(made);
                  return made;
                },
                soon));
    return List.of(companion.get(), new PaletteCompanion(controls, app.settings::current));
  }

  private void presence(UnaryOperator<Presence> change) {
    app.settings.change(s -> s.withPresence(change.apply(s.presence())));
  }

  private FakeTray tray() {
    return tray.orElseThrow();
  }

  private boolean isShowing() {
    return Stagehand.onFx(() -> app.scene().getWindow().isShowing());
  }

  private void closeWindow() {
    Stagehand.onFx(() -> {
      var window = app.scene().getWindow();
      WindowEvent request = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
      Event.fireEvent(window, request);
      if (!request.isConsumed()) {
        window.hide();
      }
      return null;
    });
  }

  private void seeWindow(String otherwise) {
    app.person.waitUntil(() -> app.scene().getWindow().isShowing(), otherwise);
  }

  private void menuHas(String word) {
    app.person.waitUntil(() -> tray().words().contains(word), "the menu has no " + word);
  }

  @Test
  void closingHidesBehindTheIconWhichBringsTheWindowBack() {
    app.joined();
    closeWindow();
    assertFalse(isShowing());
    assertEquals(VaultState.UNLOCKED, app.vault.state());
    tray().press();

    seeWindow("the icon does not bring it back");
  }

  @Test
  void theWindowIsThereAgainTheMomentTheIconIsNot() {
    app.joined();
    closeWindow();
    assertFalse(isShowing());
    tray().setShown(false);

    seeWindow("it is nowhere");
  }

  @Test
  void whoSwitchesTheIconOffGetsTheWindow() {
    app.joined();
    closeWindow();
    presence(p -> p.withTray(false));

    seeWindow("it is nowhere");
    assertTrue(tray().closed);
  }

  @Test
  void withoutAPanelClosingEndsTheAppAsEver() {
    panel = false;
    app.joined();
    closeWindow();

    assertFalse(isShowing());
    assertEquals(VaultState.LOCKED, vaultAfterTheEnd());
    assertTrue(tray().closed);
  }

  @Test
  void whoDidNotAskForItFindsClosingAsEver() {
    presence(p -> p.withCloseToTray(false));
    app.joined();
    closeWindow();

    assertEquals(VaultState.LOCKED, vaultAfterTheEnd());
  }

  private VaultState vaultAfterTheEnd() {
    app.person.waitUntil(() -> app.vault.state() == VaultState.LOCKED, "it is open still");
    return app.vault.state();
  }

  @Test
  void aStartWithoutAWindowWaitsForTheIcon() {
    Stagehand.onFx(() -> {
      DesktopControls window = app.prepared();
      assertFalse(window.stage().isShowing());
      assertTrue(companion.orElseThrow().isReachable(), "the icon begins when it is asked for");
      return null;
    });
    assertEquals(List.of("Unlock…", "Quit"), tray().words());
    tray().setShown(false);

    seeWindow("it is nowhere");
  }

  @Test
  void aSecretIsCopiedFromTheMenuAndItsCredentialIsThereFromThenOn() {
    app.locked();
    menuHas("Unlock…");
    assertEquals("Locked", tray().tooltip());
    assertFalse(tray().words().contains("Proxmox Production"));
    app.unlockElsewhere();
    menuHas("Proxmox Production");
    assertFalse(tray().words().contains("Router at home"));
    closeWindow();
    tray().choose("Proxmox Production", "Copy Token secret");
    app.person.waitUntil(
        () -> Sample.SECRET.equals(Clipboard.getSystemClipboard().getString()),
        "nothing was copied");

    assertFalse(isShowing());
  }

  @Test
  void whatIsCopiedInTheWindowIsInTheMenuUntilTheVaultLocks() {
    app.joined();
    app.person.fill("#search", "Router");
    app.person.press("Down");
    app.person.press("Ctrl+C");
    menuHas("Router at home");
    tray().choose("Lock");
    menuHas("Unlock…");

    assertEquals(List.of("Unlock…", "Quit"), tray().words());
    assertEquals("Locked", tray().tooltip());
    // The window is quicker than the vault.
    app.person.waitUntil(() -> app.state() == VaultState.LOCKED, "the vault is not locked");
    app.unlockElsewhere();
    menuHas("Proxmox Production");
    assertFalse(tray().words().contains("Router at home"), "it was not forgotten");
  }

  @Test
  void whatFailsIsCountedOnTheIconAndTestingAllCountsAnew() throws Exception {
    app.joined();
    menuHas("Test all");
    assertEquals("1 fails", tray().tooltip());
    photograph("failing");
    tray().choose("Test all");
    app.person.waitUntil(() -> tray().tooltip().equals("Unlocked"), tray().tooltip());
    photograph("open");
    for (Credential c : app.vault.content().all()) {
      app.vault
          .content()
          .recordTest(c.id(), 1, Sample.verdict(Reason.BAD_CREDENTIAL, 0, Optional.empty()));
    }
    app.person.waitUntil(() -> tray().tooltip().equals("14 fail"), tray().tooltip());
    photograph("many");
    tray().choose("Lock");
    menuHas("Unlock…");
    photograph("locked");
  }

  /** For a person to look at. */
  private void photograph(String name) throws Exception {
    Files.createDirectories(Path.of("target/pictures"));
    for (Picture picture : tray().face().icon()) {
      int size = picture.size();
      BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
      image.setRGB(0, 0, size, size, picture.argb(), 0, size);
      ImageIO.write(
          image, "png", Path.of("target/pictures", "tray-" + name + "-" + size + ".png").toFile());
    }
  }

  @Test
  void searchOpensTheQuickSearchWithoutTheWindowAndWhatItCopiesIsInTheMenu() {
    app.joined();
    closeWindow();
    tray().choose("Search…");
    app.person.see("#palette-search");
    assertFalse(isShowing());

    app.person.type("router");
    app.person.see("2 credentials");
    app.person.press("Enter");
    app.person.seeGone("#palette-search");
    menuHas("Router at home");
  }
}

package io.keyarbor.ui.desktop;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.PageOpener;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.Timer;
import io.keyarbor.probe.Prober;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.settings.SystemServices;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the desktop app is made of.
 *
 * @param prober tests what is not saved yet
 * @param tests makes the connection tests over an unlocked vault
 * @param formats of files to import and to export
 * @param places where a sweep of this computer looks, with the folders that a person names
 * @param timer measures idle time; any thread
 * @param pages opens pages of services; any thread
 * @param system what the system offers besides windows
 * @param companions made once for the window they accompany
 * @param demo present where the vault is a demo
 * @param tryDemo opens the demo; empty where there is none, as in the demo itself
 */
public record DesktopContext(
    Vault vault,
    Catalogue catalogue,
    Prober prober,
    Function<Session, ConnectionTests> tests,
    SettingsStore settings,
    Folders folders,
    SecretClipboard clipboard,
    Background background,
    FileChoice files,
    Formats formats,
    Function<List<Path>, Places> places,
    Timer timer,
    Clock clock,
    PageOpener pages,
    SystemServices system,
    Function<DesktopControls, List<Companion>> companions,
    Optional<Demo> demo,
    Optional<Runnable> tryDemo) {}

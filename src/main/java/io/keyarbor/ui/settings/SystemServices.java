package io.keyarbor.ui.settings;

import io.keyarbor.platform.journal.Journal;
import io.keyarbor.platform.login.LoginStart;
import io.keyarbor.ui.unlock.QuickEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the system offers besides windows.
 *
 * @param quick ways to unlock without the master password
 * @param login whether the app starts at login; empty where it cannot
 * @param folders shows a folder in the system's own program; returns at once
 * @param hidesFromScreenshots whether the system can leave a window out of pictures
 */
public record SystemServices(
    QuickEntry quick,
    Journal journal,
    Supplier<Optional<LoginStart>> login,
    boolean hidesFromScreenshots,
    Consumer<Path> folders) {}

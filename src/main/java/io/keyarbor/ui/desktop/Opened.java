package io.keyarbor.ui.desktop;

import io.keyarbor.ui.main.MainController;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;

/**
 * What there is over an unlocked vault.
 *
 * @param work what every window over the vault works with
 * @param main what the window shows
 * @param testing the connection tests
 */
public record Opened(Workspace work, MainController main, Testing testing) {}

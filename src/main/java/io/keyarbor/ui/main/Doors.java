package io.keyarbor.ui.main;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the main window leads.
 *
 * @param add opens the wizard
 * @param quick opens the quick palette
 * @param calendar shows when credentials expire
 * @param edit opens the editor of a credential
 * @param sweep looks for credentials on this computer
 * @param importing takes credentials from a file
 * @param help explains where the person is
 * @param keys shows the keyboard map
 * @param guide opens the whole user guide
 * @param welcome shows the window to a new person
 * @param exporting writes credentials to a file; is told those that are chosen in the list
 */
public record Doors(
    Runnable add,
    Runnable quick,
    Runnable calendar,
    Consumer<CredentialId> edit,
    Runnable sweep,
    Runnable importing,
    Consumer<List<Credential>> exporting,
    Runnable profiles,
    Runnable lock,
    Runnable settings,
    Runnable log,
    Runnable changePassword,
    Runnable templates,
    Runnable about,
    Runnable help,
    Runnable keys,
    Runnable guide,
    Runnable welcome) {}

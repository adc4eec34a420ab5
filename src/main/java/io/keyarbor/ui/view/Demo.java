package io.keyarbor.ui.view;

/**
 * That the vault is a demo, and not the person's own.
 *
 * @param label shown all the time
 * @param password a sentence that tells the password, for the lock screen
 * @param leave closes the demo and goes back to where the person came from
 */
public record Demo(String label, String password, Runnable leave) {}

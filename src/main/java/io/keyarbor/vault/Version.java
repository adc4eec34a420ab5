package io.keyarbor.vault;

import java.time.Instant;

/** One state of a credential's secrets, without the secrets. */
public record Version(int number, Instant created, String author) {}

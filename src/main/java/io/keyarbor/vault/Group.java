package io.keyarbor.vault;

import java.util.Optional;

/**
 * A person's own folder of credentials.
 *
 * @param parent empty at the top
 */
public record Group(GroupId id, String name, Optional<GroupId> parent) {}

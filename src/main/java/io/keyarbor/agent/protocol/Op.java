package io.keyarbor.agent.protocol;

import java.util.Arrays;
import java.util.Optional;

/** What a client can ask for, and its number in a frame. */
public enum Op {
  SUBSCRIBE(1, false),
  STATUS(2, false),
  TOUCH(3, false),
  LOCK(4, false),
  VERIFY(5, false),
  NEEDS_KEY_FILE(6, false),
  CHANGE_PASSWORD(7, true),
  CREDENTIAL_FIND(8, false),
  CREDENTIAL_NAMED(9, false),
  CREDENTIAL_ADD_ALL(10, true),
  CREDENTIAL_EDIT(11, true),
  CREDENTIAL_RECORD_TEST(12, true),
  CREDENTIAL_TRASH(13, true),
  CREDENTIAL_RESTORE(14, true),
  CREDENTIAL_PURGE(15, true),
  CREDENTIAL_SECRET(16, false),
  CREDENTIAL_OPEN(17, false),
  CREDENTIAL_VERSIONS(18, false),
  GROUP_ADD(19, true),
  GROUP_CHANGE(20, true),
  GROUP_DELETE(21, true),
  PROFILE_NAMED(22, false),
  PROFILE_ADD(23, true),
  PROFILE_CHANGE(24, true),
  PROFILE_DELETE(25, true),
  BACKUP_CREATE(26, true),
  BACKUP_LAST_PROVEN(27, false),
  CREDENTIAL_EDIT_ALL(28, true),
  CREDENTIAL_ROLLBACK(29, true),
  GROUP_RESTORE(30, true),
  SEARCH_PUT(31, true),
  SEARCH_DELETE(32, true);

  private final int number;
  private final boolean changing;

  Op(int number, boolean changing) {
    this.number = number;
    this.changing = changing;
  }

  /** Whether it changes the vault, so that it matters if its answer never comes. */
  public boolean isChanging() {
    return changing;
  }

  /** What it is in a frame. */
  public int number() {
    return number;
  }

  /** The one of that number; empty if this version knows none. */
  public static Optional<Op> of(int number) {
    return Arrays.stream(values()).filter(op -> op.number == number).findFirst();
  }
}

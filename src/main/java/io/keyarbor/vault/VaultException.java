package io.keyarbor.vault;

import java.nio.file.Path;

/**
 * What can go wrong with a vault; each message says what, where and what to do, and holds no
 * secret.
 */
public abstract sealed class VaultException extends RuntimeException {
  private VaultException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The password or the key file is not right. */
  public static final class WrongPassword extends VaultException {
    private WrongPassword(Retold retold) {
      super(retold.message, null);
    }

    /** The same words whichever was wrong. */
    public WrongPassword() {
      super("The password or the key file is not right. Nothing was changed; try again.", null);
    }
  }

  /** Something in the file is not what Keyarbor wrote. */
  public static final class Damaged extends VaultException {
    private Damaged(Retold retold) {
      super(retold.message, null);
    }

    /**
     * A fault with its place.
     *
     * @param what which part, and what is wrong with it
     */
    public Damaged(Path file, String what, Throwable cause) {
      super(
          "The vault "
              + file
              + " is damaged or was changed: "
              + what
              + ". It was not opened and not changed. Restore a backup from the folder beside it.",
          cause);
    }
  }

  /** The file holds things a vault never holds. */
  public static final class Hostile extends VaultException {
    private Hostile(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with what was found. */
    public Hostile(Path file, String what) {
      super(
          "The file "
              + file
              + " holds "
              + what
              + ", which Keyarbor never writes. It was not opened. "
              + "Do not use it; restore a backup.",
          null);
    }
  }

  /** Written by a later Keyarbor. */
  public static final class NewerFormat extends VaultException {
    private NewerFormat(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with both formats. */
    public NewerFormat(Path file, int found, int known) {
      super(
          "The vault "
              + file
              + " has format "
              + found
              + "; this Keyarbor knows formats up to "
              + known
              + ". Update Keyarbor to open it.",
          null);
    }
  }

  /** Older than the state last seen on this computer. */
  public static final class OlderCopy extends VaultException {
    private OlderCopy(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with both counters. */
    public OlderCopy(Path file, long found, long seen) {
      super(
          "The vault "
              + file
              + " is older than the one last opened here (change "
              + found
              + ", last seen "
              + seen
              + "). If you put an old copy back on purpose, open it as it is; later changes are not in it.",
          null);
    }
  }

  /** Another process owns the file. */
  public static final class InUse extends VaultException {
    private InUse(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with the place. */
    public InUse(Path file) {
      super("The vault " + file + " is open in another Keyarbor. Lock it there first.", null);
    }
  }

  /** No file there. */
  public static final class NotFound extends VaultException {
    private NotFound(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with the place. */
    public NotFound(Path file) {
      super("There is no vault at " + file + ". Create one, or choose another file.", null);
    }
  }

  /** A file is there already. */
  public static final class AlreadyExists extends VaultException {
    private AlreadyExists(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with the place. */
    public AlreadyExists(Path file) {
      super("There is already a file at " + file + ". Open it, or choose another place.", null);
    }
  }

  /** The disk refused. */
  public static final class Storage extends VaultException {
    private Storage(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with what was tried. */
    public Storage(Path file, String what, Throwable cause) {
      super(
          "The vault "
              + file
              + " could not be "
              + what
              + ". Nothing was lost; check the disk's free space and the "
              + "folder's permissions, then try again.",
          cause);
    }
  }

  /** A name that is already used. */
  public static final class NameTaken extends VaultException {
    private NameTaken(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with the name. */
    public NameTaken(String name) {
      super("There is already one named “" + name + "”. Choose another name.", null);
    }
  }

  /** Someone else changed it first. */
  public static final class ChangedElsewhere extends VaultException {
    private ChangedElsewhere(Retold retold) {
      super(retold.message, null);
    }

    /** A fault with the name. */
    public ChangedElsewhere(String name) {
      super(
          "“" + name + "” was changed meanwhile. Look at it again, then repeat your change.", null);
    }
  }

  /** A request that cannot be met. */
  public static final class Refused extends VaultException {
    /** A fault with its reason and what to do. */
    public Refused(String message) {
      super(message, null);
    }
  }

  /** The session is over. */
  public static final class Locked extends VaultException {
    private Locked(Retold retold) {
      super(retold.message, null);
    }

    /** The one message. */
    public Locked() {
      super("The vault is locked. Unlock it and try again.", null);
    }
  }

  /** The agent ended or took too long before it answered a request to change something. */
  public static final class Unanswered extends VaultException {
    /** The one message. */
    public Unanswered() {
      super(
          "The agent did not answer, so whether this was saved is unknown. Unlock the vault and look;"
              + " repeat it only if it is missing.",
          null);
    }

    private Unanswered(Retold retold) {
      super(retold.message, null);
    }
  }

  /** What another process said. */
  private record Retold(String message) {}

  /**
   * The fault that another process had, with its words.
   *
   * @param kind the simple name of its class; one that is not known here is {@link Refused}
   */
  public static VaultException retold(String kind, String message) {
    Retold retold = new Retold(message);
    return switch (kind) {
      case "WrongPassword" -> new WrongPassword(retold);
      case "Damaged" -> new Damaged(retold);
      case "Hostile" -> new Hostile(retold);
      case "NewerFormat" -> new NewerFormat(retold);
      case "OlderCopy" -> new OlderCopy(retold);
      case "InUse" -> new InUse(retold);
      case "NotFound" -> new NotFound(retold);
      case "AlreadyExists" -> new AlreadyExists(retold);
      case "Storage" -> new Storage(retold);
      case "NameTaken" -> new NameTaken(retold);
      case "ChangedElsewhere" -> new ChangedElsewhere(retold);
      case "Locked" -> new Locked(retold);
      case "Unanswered" -> new Unanswered(retold);
      default -> new Refused(message);
    };
  }
}

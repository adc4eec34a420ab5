package io.keyarbor.transfer.scan;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.detect.KeyPatterns.Shape;
import io.keyarbor.transfer.detect.Masked;
import java.util.List;

/**
 * One secret that was found. Owns it.
 *
 * @param path of the file, as a person named the folder it lies in
 * @param line from 1
 * @param column of the secret's first byte, from 1
 * @param commit that brought it in; empty for a file as it is
 * @param shapes of the services whose it may be, the most telling first; may be empty
 * @param name of the variable or setting that has it; may be empty
 */
public record Hit(
    String path,
    int line,
    int column,
    String commit,
    Rule rule,
    List<Shape> shapes,
    String name,
    Secret secret)
    implements AutoCloseable {
  /** What tells a secret. */
  public enum Rule {
    /** It looks like a key of a service that is known. */
    SERVICE_KEY("service-key", "A key of a known service"),
    /** A block {@code BEGIN PRIVATE KEY}. */
    PRIVATE_KEY("private-key", "A private key"),
    /** An address with a password in it. */
    CONNECTION_URL("connection-url", "An address with a password in it"),
    /** What is assigned to a name such as {@code password} looks made by a machine. */
    ASSIGNED("assigned-secret", "A value that looks secret, under a name that says so");

    private final String id;
    private final String title;

    Rule(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** For programs. */
    public String id() {
      return id;
    }

    /** For a person. */
    public String title() {
      return title;
    }
  }

  /** Copies the list. */
  public Hit {
    shapes = List.copyOf(shapes);
  }

  /** Whose it may be, for a person. */
  public String service() {
    return String.join(
        " or ", shapes.stream().map(s -> s.template().displayName()).distinct().toList());
  }

  /** The secret, masked. */
  public String preview() {
    return Masked.of(secret);
  }

  /** The same at another place. */
  Hit at(String otherPath, String otherCommit) {
    return new Hit(otherPath, line, column, otherCommit, rule, shapes, name, secret);
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Says nothing about the secret. */
  @Override
  public String toString() {
    return path + ":" + line + ":" + column + " " + rule.id();
  }
}

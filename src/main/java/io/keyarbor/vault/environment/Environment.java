package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables with their values, for one program. Owns its secrets; for one thread.
 *
 * <p>Linux takes no single variable above 128 KiB (MAX_ARG_STRLEN in execve(2)), and none may hold
 * a NUL byte.
 */
public final class Environment implements AutoCloseable {
  /** Bytes of {@code NAME=value} with the NUL that ends it: 32 pages of 4 KiB. */
  public static final int LONGEST_VARIABLE = 131_072;

  private final Map<String, EnvironmentValue> variables = new LinkedHashMap<>();
  private final List<Secret> hidden = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /** The variables in order, those to be taken out among them. */
  public Map<String, EnvironmentValue> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /** The secrets in the values: what a mask is to hide. */
  public List<Secret> hidden() {
    return Collections.unmodifiableList(hidden);
  }

  /** What a person should know, each a sentence. */
  public List<String> notices() {
    return Collections.unmodifiableList(notices);
  }

  /** Names of the variables for which a file or a folder is to be made. */
  public List<String> files() {
    return variables.entrySet().stream()
        .filter(v ->
            v.getValue() instanceof EnvironmentValue.File
                || v.getValue() instanceof EnvironmentValue.Folder)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a file or a folder is to be made. */
  public boolean needsFiles() {
    return !files().isEmpty();
  }

  /** Takes over {@code value}; what the variable had is wiped. */
  void put(String name, EnvironmentValue value) {
    EnvironmentValue before = variables.put(name, value);
    if (before != null) {
      before.close();
    }
  }

  /** Takes over a secret that is part of a value. */
  void hide(Secret secret) {
    hidden.add(secret);
  }

  void notice(String sentence) {
    notices.add(sentence);
  }

  /**
   * Says which values no environment can hold.
   *
   * @throws EnvironmentFault naming each variable
   */
  void check() {
    List<EnvironmentFault> faults = new ArrayList<>();
    variables.forEach((name, value) -> {
      if (value instanceof EnvironmentValue.Text(Secret text)) {
        if (text.<Boolean, RuntimeException>use(Environment::holdsNul)) {
          faults.add(
              EnvironmentFault.unfit(
                  "The value of "
                      + name
                      + " holds a NUL byte, which no environment variable can. Give it as a file:"
                      + " keyarbor profile add --file."));
        } else if (size(name, text) > LONGEST_VARIABLE) {
          faults.add(
              EnvironmentFault.unfit(
                  "The value of "
                      + name
                      + " has "
                      + text.length()
                      + " bytes; a variable takes 128 KiB with its name. Give it as a file:"
                      + " keyarbor profile add --file."));
        }
      }
    });
    if (!faults.isEmpty()) {
      throw EnvironmentFault.all(faults);
    }
  }

  private static long size(String name, Secret value) {
    return name.getBytes(StandardCharsets.UTF_8).length + 2L + value.length();
  }

  private static boolean holdsNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** Wipes all values. */
  @Override
  public void close() {
    variables.values().forEach(EnvironmentValue::close);
    hidden.forEach(Secret::close);
  }
}

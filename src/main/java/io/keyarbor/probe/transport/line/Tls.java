package io.keyarbor.probe.transport.line;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import java.util.Arrays;
import java.util.Locale;

/** How a connection is protected. */
public enum Tls {
  /** From its first byte, or as the protocol's own beginning says. */
  ON,

  /** From when the client asks for it, before anything secret. */
  STARTTLS,

  /** Not at all. */
  OFF;

  /**
   * What the parameter {@code tls} says.
   *
   * @param choices what the protocol knows; the first stands for an empty parameter
   * @throws BadInput if it is none of them
   */
  public static Tls of(Login login, Tls... choices) {
    String said = login.get("tls").toUpperCase(Locale.ROOT);
    return said.isEmpty()
        ? choices[0]
        : Arrays.stream(choices)
            .filter(c -> c.name().equals(said))
            .findFirst()
            .orElseThrow(() ->
                new BadInput(
                    "TLS can be "
                        + Arrays.toString(choices).toLowerCase(Locale.ROOT)
                        + " here. Check the field or the template."));
  }
}

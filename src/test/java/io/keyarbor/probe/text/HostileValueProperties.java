package io.keyarbor.probe.text;

import io.keyarbor.template.TextTemplate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a value holds, reading a part of it gives text or a sentence for a person. */
class HostileValueProperties {
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "- ",
    "\n",
    "  ",
    "&a",
    "*a",
    "<<: *a",
    "!!java",
    "|",
    ">",
    "%",
    "%4",
    "%zz",
    "://",
    "@",
    "/",
    "?",
    "#",
    "=",
    "\\",
    "-----BEGIN ",
    "-----END ",
    "CERTIFICATE-----\n",
    "PRIVATE KEY-----\n",
    "AAAA",
    "MIIB",
    "current-context: a",
    "contexts: ",
    "name: a",
    "context: ",
    "users: ",
    "user: ",
    "exec: ",
    "client-key-data: ",
    "eyJ",
    ".",
    "e30.e30.e30",
    "\u0000",
    "\ud800",
    "\uffff",
    "é",
    "realm=",
    "1e999999999",
    "null"
  };

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> filters() {
    return Arbitraries.of(
        "at:/a/0",
        "at:",
        "part:host",
        "part:port",
        "part:user",
        "part:password",
        "part:path",
        "part:query-a",
        "param:realm",
        "pem:certificate",
        "pem:key",
        "kubeconfig:server",
        "kubeconfig:token",
        "kubeconfig:client-key",
        "x509:not-after",
        "x509:subject",
        "jwt:exp",
        "pem:certificate|x509:serial",
        "at:/a|kubeconfig:user");
  }

  @Property(tries = 3000)
  void aPartIsATextOrASentence(@ForAll("values") String value, @ForAll("filters") String filter) {
    try {
      new Renderer(name -> Value.secret(value)).render("{x?|" + filter + "}");
    } catch (BadInput e) {
      // A sentence for a person.
    }
  }

  @Property(tries = 40)
  void noValueIsTooDeepOrTooLong(@ForAll("filters") String filter) {
    for (String piece : PIECES) {
      aPartIsATextOrASentence(piece.repeat(200_000 / piece.length()), filter);
    }
  }

  @Property(tries = 500)
  void aTemplateIsReadOrRefused(@ForAll("values") String text) {
    try {
      TextTemplate.parse(text);
    } catch (IllegalArgumentException e) {
      // It says where.
    }
  }
}

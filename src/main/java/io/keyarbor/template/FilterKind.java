package io.keyarbor.template;

import io.keyarbor.template.TextTemplate.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The filters that a placeholder may have, and what each takes. */
public enum FilterKind {
  URL(""),
  PATH(""),
  BASE64(""),
  XML(""),
  JSON(""),
  HOST(""),
  ORIGIN("(\\d{1,5})?"),
  AT("(/.*)?"),
  PART("host|port|user|password|path|query-.+"),
  PARAM("[A-Za-z0-9_-]+"),
  PEM("certificate|key"),
  KUBECONFIG(
      "server|token|username|password|client-certificate|client-key|certificate-authority"
          + "|user|cluster|context|namespace"),
  X509("not-after|subject|issuer|serial"),
  JWT(".+"),
  PUBLIC("");

  private static final Set<FilterKind> READING =
      Set.of(AT, PART, PARAM, PEM, KUBECONFIG, X509, JWT);
  private static final Set<FilterKind> COMPLETING = Set.of(HOST, ORIGIN);
  private static final Set<FilterKind> TELLING = Set.of(X509, JWT);
  private static final Set<FilterKind> BEFORE_PUBLIC = Set.of(AT, PART, PARAM, KUBECONFIG);

  /** These parts are secrets whatever a template says of them. */
  private static final Set<String> NEVER_PUBLIC =
      Set.of("token", "password", "client-key", "/private_key", "/client_secret", "/password");

  private final Pattern argument;

  FilterKind(String argument) {
    this.argument = Pattern.compile(argument);
  }

  /** The filter of that name. */
  public static Optional<FilterKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(name)).findFirst();
  }

  /** The name that templates use, e.g. {@code x509}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the filter can do something with that argument, empty for none. */
  public boolean takes(String given) {
    return argument.matcher(given).matches();
  }

  /** Whether it finds a part of a value, or says something about the part, in place of encoding. */
  public boolean reads() {
    return READING.contains(this) || this == PUBLIC;
  }

  /**
   * How many of {@code filters}, from the first on, find the part that is meant; the others make it
   * fit its place. An address may be completed before a part of it is taken.
   */
  public static int readers(List<Filter> filters) {
    int count = 0;
    for (int i = 0; i < filters.size(); i++) {
      Optional<FilterKind> kind = of(filters.get(i).name());
      if (kind.filter(FilterKind::reads).isPresent()) {
        count = i + 1;
      } else if (kind.filter(COMPLETING::contains).isEmpty()) {
        break;
      }
    }
    return count;
  }

  /** Whether what {@code filters} make of a secret may be seen by anyone. */
  public static boolean disclose(List<Filter> filters) {
    return filters.stream()
        .anyMatch(f -> of(f.name()).filter(k -> k == PUBLIC || TELLING.contains(k)).isPresent());
  }

  /**
   * Whether each {@code public} among {@code filters} comes right after the reading of a part that
   * can be none.
   */
  public static boolean disclosesPartsOnly(List<Filter> filters) {
    for (int i = 0; i < filters.size(); i++) {
      if (filters.get(i).name().equals(PUBLIC.code())
          && (i == 0 || !mayBePublic(filters.get(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBePublic(Filter read) {
    return of(read.name()).filter(BEFORE_PUBLIC::contains).isPresent()
        && NEVER_PUBLIC.stream().noneMatch(part -> names(read.argument(), part));
  }

  private static boolean names(String argument, String part) {
    return argument.equals(part) || (part.startsWith("/") && argument.endsWith(part));
  }
}

package io.keyarbor.probe.text;

import io.keyarbor.template.FilterKind;
import io.keyarbor.template.TextTemplate.Filter;
import java.util.List;
import java.util.stream.Collectors;

/** Reads parts of values that have a form of their own: JSON, addresses, PEM, kubeconfigs. */
final class Parts {
  /** Longest value that is looked into, in characters. */
  private static final int LONGEST = 1 << 20;

  private Parts() {}

  /**
   * The part, secret as the value is unless the filters say otherwise.
   *
   * @throws BadInput if the value is not of that form, or a filter does not fit where it stands
   */
  static Value of(Value whole, List<Filter> reading) {
    if (!FilterKind.disclosesPartsOnly(reading)) {
      throw new BadInput(
          "The template calls something public that may be a secret. Nothing was sent.");
    }
    if (whole.text().length() > LONGEST && !reading.isEmpty()) {
      throw new BadInput("A value is too long to be looked into. Give one of less than 1 MiB.");
    }
    String text = whole.text();
    for (Filter filter : reading) {
      text = text.isEmpty() ? text : read(filter, text, whole.secret());
    }
    return text.isEmpty()
        ? Value.NONE
        : new Value(text, whole.secret() && !FilterKind.disclose(reading), false);
  }

  private static String read(Filter filter, String text, boolean secret) {
    FilterKind kind =
        FilterKind.of(filter.name())
            .filter(k -> k.takes(filter.argument()))
            .orElseThrow(() -> new BadInput("The template reads no such part: " + name(filter)));
    return switch (kind) {
      case AT -> JsonText.at(text, filter.argument());
      case PART ->
          (secret ? ConnectionUrl.readSecret(text) : ConnectionUrl.read(text))
              .part(filter.argument());
      case PARAM -> HeaderParameters.get(text, filter.argument());
      case PEM -> PemText.blocks(text, filter.argument());
      case KUBECONFIG -> Kubeconfig.read(text).get(filter.argument());
      case X509 -> CertificateText.says(text, filter.argument());
      case JWT -> JwtText.claim(text, filter.argument());
      case HOST, ORIGIN -> Filters.apply(filter, text);
      case PUBLIC -> text;
      default -> throw new BadInput("The template reads no such part: " + name(filter));
    };
  }

  /** What is looked for, in the template's words. */
  static String named(List<Filter> reading) {
    return reading.stream().map(Parts::name).collect(Collectors.joining(" | "));
  }

  private static String name(Filter filter) {
    return filter.argument().isEmpty() ? filter.name() : filter.name() + ":" + filter.argument();
  }
}

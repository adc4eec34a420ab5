package io.keyarbor.probe.answer;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.template.ProbeSpec.Extract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What good answers tell besides.
 *
 * @param identity in the template's order
 */
public record Findings(
    Map<String, String> identity, List<String> scopes, Expiry expiry, List<String> models) {
  /** Nothing found. */
  public static Findings none() {
    return new Findings(Map.of(), List.of(), new Expiry.Unknown(), List.of());
  }

  /**
   * Reads what the template asks for.
   *
   * @param answers of all steps, the deciding one last
   * @param values fills a text of the template with values; empty if it cannot be told
   * @param redact takes out the secrets that a server may have put into its answer
   */
  public static Findings read(
      List<Extract> extracts,
      SequencedCollection<Answer> answers,
      UnaryOperator<String> values,
      UnaryOperator<String> redact) {
    Map<String, String> identity = new LinkedHashMap<>();
    Set<String> scopes = new LinkedHashSet<>();
    Set<String> models = new LinkedHashSet<>();
    List<Expiry> expiries = new ArrayList<>();
    for (Extract extract : extracts) {
      List<String> found = texts(extract, found(extract, answers, values), redact);
      switch (extract.kind()) {
        case "identity" ->
            found.stream().findFirst().ifPresent(v -> identity.putIfAbsent(extract.label(), v));
        case "scopes" -> scopes.addAll(found);
        case "models" -> models.addAll(found);
        case "expiry" -> found.forEach(v -> expiries.add(ExpiryFormats.read(v, format(extract))));
        default -> {
          // A kind of a later format.
        }
      }
    }
    return new Findings(
        Collections.unmodifiableMap(identity),
        scopes.stream().limit(Bounds.LIST).toList(),
        expiries.stream()
            .filter(e -> !(e instanceof Expiry.Unknown))
            .findFirst()
            .orElse(new Expiry.Unknown()),
        models.stream().limit(Bounds.LIST).toList());
  }

  private static List<String> found(
      Extract extract, SequencedCollection<Answer> answers, UnaryOperator<String> values) {
    if (extract.from().equals("value")) {
      return List.of(values.apply(extract.path()));
    }
    return answers.reversed().stream()
        .filter(a -> extract.step().isEmpty() || extract.step().equals(a.step()))
        .findFirst()
        .map(answer -> Finder.find(answer, extract.from(), extract.path()))
        .orElse(List.of());
  }

  private static List<String> texts(
      Extract extract, List<String> found, UnaryOperator<String> redact) {
    Pattern separator = Pattern.compile(Pattern.quote(extract.format()));
    boolean isList = extract.kind().equals("scopes") || extract.kind().equals("models");
    boolean split = isList && !extract.format().isEmpty();
    return found.stream()
        .flatMap(text -> split ? separator.splitAsStream(text) : Stream.of(text))
        // In this order: else a sign that is left out, or the cut, could hide a secret from it.
        .map(Bounds::clean)
        .map(redact)
        .map(Bounds::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String format(Extract extract) {
    return extract.from().equals("jwt") && extract.format().isEmpty() ? "epoch" : extract.format();
  }

  /** The same with another expiry, if none was found. */
  public Findings orExpiry(Expiry otherwise) {
    return expiry instanceof Expiry.Unknown
        ? new Findings(identity, scopes, otherwise, models)
        : this;
  }
}

package io.keyarbor.template;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec.Condition;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses from its looks which service a pasted text belongs to: a key, a whole file such as a
 * service account's JSON, a connection URL, or lines that set environment variables. What such
 * texts look like, only the templates say. A guess is a hint: services change how their keys look.
 * Immutable; keeps nothing of the texts it is shown. Long texts take milliseconds, so better not
 * for the JavaFX thread.
 */
public final class KeyRecogniser {
  private final List<Shape> shapes = new ArrayList<>();

  /**
   * A service that the text may belong to. Holds nothing of the text.
   *
   * @param fields those that the text has values for, the most telling first
   * @param choices that go with them, at most one for each field
   */
  public record Guess(ServiceTemplate template, List<String> fields, List<Condition> choices) {}

  /** A recogniser for all templates of {@code catalogue}. */
  public KeyRecogniser(Catalogue catalogue) {
    List<PatternShape> patterns = new ArrayList<>();
    for (ServiceTemplate template : catalogue.all()) {
      if (!template.env().isEmpty()) {
        shapes.add(new EnvShape(template));
      }
      template.recognise().forEach(key -> patterns.add(new PatternShape(template, key)));
    }
    // The more of a key is spelled out in a pattern, the less likely it fits by chance.
    patterns.sort(Comparator.comparingInt(PatternShape::spelledOut).reversed());
    shapes.addAll(patterns);
  }

  /** The guesses for {@code text}, best first, each once. */
  public List<Guess> recognise(Secret text) {
    return text.useChars(this::recognise);
  }

  /** The guesses for {@code text}, best first, each once. The array is read only. */
  public List<Guess> recognise(char[] text) {
    Map<Guess, Integer> found = new LinkedHashMap<>();
    try (PastedText pasted = new PastedText(text)) {
      for (Shape shape : shapes) {
        List<String> fields = List.copyOf(shape.read(pasted).keySet());
        if (!fields.isEmpty()) {
          found.merge(guess(shape, fields), 2 * fields.size(), (a, b) -> Math.max(a, b) + 1);
        }
      }
    }
    // A text that fills more fields of a service, or looks like it in more ways, says more clearly
    // whose it is.
    return found.entrySet().stream()
        .sorted(Map.Entry.<Guess, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The values that {@code text} has for the fields of {@code guess}, for the caller to close. */
  public FieldValues read(Guess guess, Secret text) {
    return text.useChars(chars -> {
      try (PastedText pasted = new PastedText(chars)) {
        return shapes.stream()
            .filter(shape -> shape.template().equals(guess.template()))
            .map(shape -> Map.entry(shape, shape.read(pasted)))
            .filter(e -> !e.getValue().isEmpty())
            .filter(e -> guess(e.getKey(), List.copyOf(e.getValue().keySet())).equals(guess))
            .findFirst()
            .map(e -> values(guess.template(), e.getValue()))
            .orElseGet(() -> new FieldValues(Map.of(), Map.of()));
      }
    });
  }

  private static Guess guess(Shape shape, List<String> fields) {
    Map<String, Condition> choices = new LinkedHashMap<>();
    shape.choices().forEach(choice -> choices.putIfAbsent(choice.field(), choice));
    for (String name : fields) {
      List<FieldSpec> specs =
          shape.template().fields().stream().filter(f -> f.name().equals(name)).toList();
      if (specs.stream().allMatch(f -> f.when().isPresent())) {
        specs.stream()
            .map(f -> f.when().get())
            .findFirst()
            .ifPresent(when -> choices.putIfAbsent(when.field(), when));
      }
    }
    return new Guess(shape.template(), fields, List.copyOf(choices.values()));
  }

  private static FieldValues values(ServiceTemplate template, Map<String, CharBuffer> found) {
    Map<String, String> plain = new HashMap<>();
    Map<String, Secret> secrets = new HashMap<>();
    found.forEach((name, value) -> {
      if (template.fields().stream().anyMatch(f -> f.name().equals(name) && f.secret())) {
        char[] chars = new char[value.remaining()];
        value.duplicate().get(chars);
        secrets.put(name, Secret.takeUtf8(chars));
      } else {
        plain.put(name, value.toString());
      }
    });
    return new FieldValues(plain, secrets);
  }
}

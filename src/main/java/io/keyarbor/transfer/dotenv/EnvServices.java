package io.keyarbor.transfer.dotenv;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.KeyRecogniser;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.detect.KeyPatterns;
import io.keyarbor.transfer.read.DraftBuilder;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.environment.EnvText.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes credentials of variables. A variable belongs to a credential only if the credential would
 * set it to just that value, so nothing of a file is lost; what belongs to none is a credential of
 * its own.
 */
final class EnvServices {
  /** Longer values are files, whose looks tell more than the variable's name. */
  private static final int MOST_LINE = 16_000;

  private final Services services;
  private final KeyRecogniser recogniser;
  private final KeyPatterns patterns;

  EnvServices(Services services) {
    this.services = services;
    this.recogniser = new KeyRecogniser(services.catalogue().get());
    this.patterns = new KeyPatterns(services.catalogue().get());
  }

  private record Found(Draft draft, List<Assignment> used, long named, int rank) {}

  /** The credentials in {@code settings}, which stay the caller's. */
  List<Draft> drafts(List<Assignment> settings) {
    Map<String, Assignment> left = new LinkedHashMap<>();
    List<Draft> drafts = new ArrayList<>();
    for (Assignment setting : settings) {
      // As the usual libraries do it, the last one of a name counts.
      left.put(setting.name(), setting);
    }
    try {
      for (Optional<Found> best = best(left); best.isPresent(); best = best(left)) {
        drafts.add(best.get().draft());
        best.get().used().forEach(setting -> left.remove(setting.name()));
      }
      left.values().forEach(setting -> drafts.add(single(setting)));
      return drafts;
    } catch (RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  /** Of several services that share variables, the one that they fill best. */
  private Optional<Found> best(Map<String, Assignment> left) {
    List<Found> found = new ArrayList<>();
    for (ServiceTemplate template : services.catalogue().get().all()) {
      List<Assignment> present =
          template.env().stream()
              .map(env -> left.get(env.name()))
              .filter(setting -> setting != null && isLine(setting.value()))
              .toList();
      if (!present.isEmpty()) {
        find(template, present).ifPresent(found::add);
      }
    }
    Optional<Found> best =
        found.stream()
            .max(
                Comparator.comparingInt((Found f) -> f.used().size())
                    .thenComparingLong(Found::named)
                    .thenComparing(Comparator.comparingInt(Found::rank).reversed()));
    found.stream().filter(f -> !f.equals(best.get())).forEach(f -> f.draft().close());
    return best;
  }

  private static boolean isLine(Secret value) {
    return value.length() <= MOST_LINE
        && value.useChars(chars -> {
          for (char c : chars) {
            if (c == '\n' || c == '\r' || c == '\0') {
              return false;
            }
          }
          return true;
        });
  }

  private Optional<Found> find(ServiceTemplate template, List<Assignment> present) {
    char[] lines = lines(present);
    try (Secret text = Secret.takeUtf8(lines)) {
      List<Guess> guesses = recogniser.recognise(text);
      for (int rank = 0; rank < guesses.size(); rank++) {
        Guess guess = guesses.get(rank);
        if (guess.template().equals(template)) {
          try (FieldValues values = recogniser.read(guess, text)) {
            return found(guess, values, present, rank);
          }
        }
      }
      return Optional.empty();
    }
  }

  private Optional<Found> found(
      Guess guess, FieldValues values, List<Assignment> present, int rank) {
    ServiceTemplate template = guess.template();
    Map<String, String> plain = new HashMap<>(values.plain());
    guess.choices().forEach(choice -> plain.putIfAbsent(choice.field(), choice.value()));
    List<Assignment> used = new ArrayList<>();
    EnvVariables variables = EnvVariables.of(plain, values.secrets());
    for (EnvName env : variables.of(template)) {
      present.stream()
          .filter(setting -> setting.name().equals(env.name()))
          .filter(setting -> isSame(variables.value(env), setting.value()))
          .forEach(used::add);
    }
    if (values.secrets().isEmpty() || used.isEmpty()) {
      return Optional.empty();
    }
    long named =
        used.stream().filter(s -> firstWord(s.name()).equals(template.serviceType())).count();
    try (DraftBuilder draft = builder(used.getFirst(), template.displayName())) {
      fill(draft, guess, values);
      return Optional.of(new Found(draft.build(), used, named, rank));
    }
  }

  private static boolean isSame(Optional<Secret> rendered, Secret value) {
    try {
      return rendered.isPresent() && rendered.get().sameAs(value);
    } finally {
      rendered.ifPresent(Secret::close);
    }
  }

  private static String firstWord(String variable) {
    int end = variable.indexOf('_');
    return (end < 0 ? variable : variable.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  private static DraftBuilder builder(Assignment setting, String name) {
    return new DraftBuilder("line " + setting.line()).name(name);
  }

  private void fill(DraftBuilder draft, Guess guess, FieldValues values) {
    Map<String, String> plain = new HashMap<>(values.plain());
    for (Condition choice : guess.choices()) {
      plain.putIfAbsent(choice.field(), choice.value());
    }
    draft.service(guess.template().serviceType());
    plain.forEach(draft::plain);
    services.completeChoices(draft, plain);
    values.secrets().forEach((field, secret) -> draft.secret(field, secret.copy()));
  }

  /** A variable alone: of the service whose keys begin as its value does, or of none. */
  private Draft single(Assignment setting) {
    Optional<KeyPatterns.Shape> looks = setting.value().use(patterns::of).stream().findFirst();
    if (looks.isPresent()) {
      KeyPatterns.Shape shape = looks.get();
      Map<String, String> plain = new HashMap<>();
      shape.choice().ifPresent(choice -> plain.put(choice.field(), choice.value()));
      try (DraftBuilder draft = builder(setting, setting.name())) {
        draft.service(shape.template().serviceType());
        plain.forEach(draft::plain);
        services.completeChoices(draft, plain);
        return draft.secret(shape.field(), setting.value().copy()).build();
      }
    }
    try (DraftBuilder draft = builder(setting, setting.name())) {
      return draft
          .service(Services.SECRET)
          .plain("kind", "single")
          .plain("variable", setting.name())
          .secret("value", setting.value().copy())
          .build();
    }
  }

  /** One line for each, in quotes, which the recogniser takes away. */
  private static char[] lines(List<Assignment> settings) {
    int length = settings.stream().mapToInt(s -> s.name().length() + s.value().length() + 4).sum();
    char[] lines = new char[length];
    int[] end = {0};
    for (Assignment setting : settings) {
      setting
          .value()
          .useChars(value -> {
            end[0] = append(lines, end[0], (setting.name() + "=\"").toCharArray());
            end[0] = append(lines, end[0], value);
            end[0] = append(lines, end[0], new char[] {'"', '\n'});
            return null;
          });
    }
    char[] exact = Arrays.copyOf(lines, end[0]);
    Arrays.fill(lines, '\0');
    return exact;
  }

  private static int append(char[] to, int at, char[] part) {
    System.arraycopy(part, 0, to, at, part.length);
    return at + part.length;
  }
}

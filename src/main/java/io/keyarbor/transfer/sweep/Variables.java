package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.ReadBack;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.detect.Ascii;
import io.keyarbor.transfer.detect.KeyPatterns;
import io.keyarbor.transfer.detect.KeyPatterns.Shape;
import io.keyarbor.transfer.detect.SecretNames;
import io.keyarbor.transfer.read.Services;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes credentials of variables: first by the names that services' tools read, then by what keys
 * look like, and of the rest those whose name says that they are secret. Safe for any thread.
 */
final class Variables {
  /** The template of a secret that belongs to no service known. */
  private static final int LONGEST = 1 << 16;

  private final Catalogue catalogue;
  private final KeyPatterns patterns;

  Variables(Catalogue catalogue, KeyPatterns patterns) {
    this.catalogue = catalogue;
    this.patterns = patterns;
  }

  /** One variable; its value stays the caller's. */
  record Variable(Source source, Secret value) {
    String name() {
      return source.name();
    }
  }

  /** What a template makes of variables. */
  private record Claim(Form form, Set<String> used, boolean looksRight, int fields, int read) {
    /** Of the variables that the service's tools read, how many of a hundred are set. */
    int share() {
      return 100 * read / form.template().env().size();
    }
  }

  /**
   * Credentials in {@code all}, which belong together: those of one file, or of one process.
   *
   * @param where what their names get behind them; may be empty
   */
  List<Candidate> read(Collection<Variable> all, String where) {
    Map<String, Variable> left = new LinkedHashMap<>();
    all.stream()
        .filter(v -> v.value().length() > 0 && v.value().length() <= LONGEST)
        .filter(v -> !v.value().use(Variables::standsForOne))
        .forEach(v -> left.put(v.name(), v));
    Map<String, Variable> every = Map.copyOf(left);
    List<Candidate> found = new ArrayList<>();
    for (Optional<Candidate> next = byNames(left, every, where);
        next.isPresent();
        next = byNames(left, every, where)) {
      found.add(next.get());
    }
    left.values().forEach(v -> byLooks(v, where).ifPresent(found::add));
    found.sort(Comparator.comparingInt(c -> c.source().line()));
    return found;
  }

  private static boolean standsForOne(byte[] value) {
    return SecretNames.isPlaceholder(Ascii.of(value));
  }

  /** The likeliest credential of which a secret is still left; takes its secrets out of it. */
  private Optional<Candidate> byNames(
      Map<String, Variable> left, Map<String, Variable> every, String where) {
    List<Claim> claims = new ArrayList<>();
    try {
      for (ServiceTemplate template : catalogue.all()) {
        claim(template, left, every).ifPresent(claims::add);
      }
      claims.sort(
          Comparator.comparing(Claim::looksRight)
              .reversed()
              .thenComparing(c -> c.form().faults())
              .thenComparing(c -> -c.fields())
              .thenComparing(c -> -c.share()));
      if (claims.isEmpty()) {
        return Optional.empty();
      }
      Claim best = claims.getFirst();
      List<ServiceTemplate> services =
          claims.stream()
              .filter(c -> c.used().equals(best.used()))
              .map(c -> c.form().template())
              .toList();
      Source source = left.get(best.used().iterator().next()).source();
      left.keySet().removeAll(best.used());
      return Optional.of(
          new Candidate(
              source, services, best.form().draft(title(services.getFirst(), where), source)));
    } finally {
      claims.forEach(c -> c.form().close());
    }
  }

  private Optional<Claim> claim(
      ServiceTemplate template, Map<String, Variable> left, Map<String, Variable> every) {
    Form form = new Form(template);
    Set<String> used = new LinkedHashSet<>();
    boolean[] looksRight = {false};
    Set<String> read = new LinkedHashSet<>();
    for (EnvName env : template.env()) {
      Variable variable = every.get(env.name());
      if (variable != null && env.value() instanceof EnvValue.Text(String written)) {
        variable
            .value()
            .useChars(chars -> {
              ReadBack.parts(written, CharBuffer.wrap(chars))
                  .ifPresent(parts ->
                      parts.forEach((field, part) -> {
                        boolean secret = form.isSecret(field);
                        read.add(env.name());
                        boolean free = left.containsKey(env.name()) || !secret;
                        if (free && !form.has(field) && fits(template, field, part)) {
                          env.when().ifPresent(form::choose);
                          looksRight[0] |= secret && looksLike(template, field, part);
                          put(form, field, part, secret);
                          if (secret) {
                            used.add(env.name());
                          }
                        }
                      }));
              return null;
            });
      }
    }
    if (used.isEmpty()) {
      form.close();
      return Optional.empty();
    }
    return Optional.of(new Claim(form, used, looksRight[0], form.size(), read.size()));
  }

  private static void put(Form form, String field, CharBuffer part, boolean secret) {
    if (secret) {
      char[] chars = new char[part.remaining()];
      part.duplicate().get(chars);
      form.putSecret(field, Secret.takeUtf8(chars));
    } else {
      form.putPlain(field, part.toString());
    }
  }

  /** A connection URL must be one of this service: several read {@code DATABASE_URL}. */
  private boolean fits(ServiceTemplate template, String field, CharBuffer part) {
    boolean address =
        template.recognise().stream()
            .anyMatch(k -> k.field().equals(field) && k.pattern().contains("://["));
    return !address || ofAddress(template, part);
  }

  private boolean ofAddress(ServiceTemplate template, CharBuffer part) {
    return patterns.ofAddress(part).stream().anyMatch(s -> s.template().equals(template));
  }

  private boolean looksLike(ServiceTemplate template, String field, CharBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (part.charAt(i) < 128 ? part.charAt(i) : 0);
    }
    try {
      return ofAddress(template, part)
          || patterns.of(bytes).stream()
              .anyMatch(s -> s.template().equals(template) && s.field().equals(field));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Optional<Candidate> byLooks(Variable variable, String where) {
    List<Shape> shapes = variable.value().use(patterns::of);
    if (shapes.isEmpty()) {
      shapes = variable.value().useChars(chars -> patterns.ofAddress(CharBuffer.wrap(chars)));
    }
    shapes = shapes.stream().filter(Variables::holdsSecret).toList();
    if (shapes.isEmpty()) {
      return byName(variable, where);
    }
    Shape best = shapes.getFirst();
    try (Form form = new Form(best.template())) {
      best.choice().ifPresent(form::choose);
      form.putSecret(best.field(), variable.value().copy());
      List<ServiceTemplate> services = shapes.stream().map(Shape::template).distinct().toList();
      return Optional.of(
          new Candidate(
              variable.source(),
              services,
              form.draft(title(best.template(), where), variable.source())));
    }
  }

  private static boolean holdsSecret(Shape shape) {
    return shape.template().fields().stream()
        .anyMatch(f -> f.name().equals(shape.field()) && f.secret());
  }

  /** A secret of nobody known. A path is where one lies, and no secret. */
  private Optional<Candidate> byName(Variable variable, String where) {
    boolean path = variable.value().use(b -> b.length > 0 && (b[0] == '/' || b[0] == '~'));
    Optional<ServiceTemplate> template = catalogue.find(Services.SECRET);
    if (path || template.isEmpty() || !SecretNames.isTelling(variable.name())) {
      return Optional.empty();
    }
    try (Form form = new Form(template.get())) {
      form.putPlain("variable", variable.name());
      form.putSecret("value", variable.value().copy());
      String name = where.isEmpty() ? variable.name() : variable.name() + " (" + where + ")";
      return Optional.of(
          new Candidate(
              variable.source(), List.of(template.get()), form.draft(name, variable.source())));
    }
  }

  private static String title(ServiceTemplate template, String where) {
    return where.isEmpty() ? template.displayName() : template.displayName() + " (" + where + ")";
  }
}

package io.keyarbor.probe.engine;

import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.TextTemplate.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same values, with made-up ones of the same shape in place of the secrets. Where a request
 * uses a part of a secret, the part is made up, so that the rest, such as a host, stays what it is.
 * For one thread.
 */
final class Randomised implements Values {
  private final MadeUp madeUp = new MadeUp();
  private final Values real;
  private final Map<Place, Value> made = new HashMap<>();

  private record Place(String name, List<Filter> reading) {}

  Randomised(Values real) {
    this.real = real;
  }

  @Override
  public Value get(String name) {
    return part(name, List.of());
  }

  @Override
  public Value part(String name, List<Filter> reading) {
    Value part = real.part(name, reading);
    return part.secret() && !part.text().isEmpty()
        ? made.computeIfAbsent(
            new Place(name, reading), p -> Value.secret(madeUp.like(part.text())))
        : part;
  }
}

package io.keyarbor.probe.engine;

import io.keyarbor.probe.text.ConnectionUrl;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.ProbeSpec.Transport;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.List;
import java.util.Optional;

/**
 * Where a conversation goes: its parameter {@code host}, or the host in its {@code url}.
 *
 * @param text the parameter, with placeholders
 */
record Destination(String text, boolean isUrl) {
  static Destination of(Transport transport) {
    String url = transport.with().getOrDefault("url", "");
    return url.isEmpty()
        ? new Destination(transport.with().getOrDefault("host", ""), false)
        : new Destination(url, true);
  }

  /**
   * The host, which is no secret even where the whole address is one.
   *
   * @throws io.keyarbor.probe.text.BadInput if it is missing
   */
  String host(Values values) {
    if (isUrl && source().isPresent()) {
      String inner = text.substring(0, text.length() - 1);
      return new Renderer(values).render(inner + "|part:host|public}").text();
    }
    String shown = new Renderer(new Shown(values)).render(text).text();
    return isUrl ? ConnectionUrl.read(shown).part("host") : shown;
  }

  /** What may be seen of values: a host that was read from a secret may, where it is public. */
  private record Shown(Values real) implements Values {
    @Override
    public Value get(String name) {
      return part(name, List.of());
    }

    @Override
    public Value part(String name, List<Filter> reading) {
      Value value = real.part(name, reading);
      return value.secret() ? new Value(Value.MASK, true, true) : value;
    }

    @Override
    public Value missing(String name, List<Filter> reading) {
      return real.missing(name, reading);
    }
  }

  /** The name of the one field or capture that it is taken from; empty if it is put together. */
  Optional<String> source() {
    List<Segment> segments = TextTemplate.parse(text);
    return segments.size() == 1 && segments.getFirst() instanceof Placeholder placeholder
        ? Optional.of(placeholder.name())
        : Optional.empty();
  }
}

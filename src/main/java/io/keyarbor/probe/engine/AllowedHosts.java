package io.keyarbor.probe.engine;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Origin;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the requests of a test may go, with a secret or without, since plain fields are nobody
 * else's business either: to the hosts and ports in the credential's own address fields, and over
 * https to the hosts that its probe names. Without encryption only where the person typed {@code
 * http://}.
 */
final class AllowedHosts {
  private final Set<String> named;
  private final List<Own> own = new ArrayList<>();

  /**
   * An address that the person gave.
   *
   * @param anyPort whether the template chooses the port, since only a host was typed
   * @param ports those that are right
   */
  private record Own(Origin origin, boolean anyPort, Set<Integer> ports) {
    boolean covers(Origin target) {
      return origin.host().equals(target.host())
          && (target.scheme().equals("https") || origin.scheme().equals("http"))
          && (anyPort || ports.contains(target.effectivePort()));
    }
  }

  AllowedHosts(ServiceTemplate template, ProbeSpec probe, List<String> urls, Values values) {
    named = Set.copyOf(probe.hosts());
    for (FieldSpec field : template.fields()) {
      List<String> ports = new ArrayList<>();
      boolean isHost = isUsedAsHost(field.name(), urls, ports);
      String typed = isShown(field, values) ? values.get(field.name()).text() : "";
      if ((isHost || field.type() == FieldType.URL) && !typed.isEmpty()) {
        add(typed, ports);
      }
    }
  }

  /**
   * Lets {@code call} pass.
   *
   * @throws BadInput if it may not be sent where it would go
   */
  void check(Call call) {
    Origin target = Origin.of(call.uri());
    boolean isOwn = own.stream().anyMatch(o -> o.covers(target));
    if (target.scheme().equals("http") && !isOwn) {
      throw new BadInput(
          "The template would go to "
              + target.authority()
              + " without encryption. Nothing was sent there. Write the address with https://.");
    }
    boolean isNamed = target.effectivePort() == 443 && named.contains(target.host());
    if (!isOwn && !isNamed) {
      throw new BadInput(
          "The template would go to "
              + target.authority()
              + ", which is not a host of this credential. Nothing was sent there. Check the"
              + " address fields, and whether you trust this template.");
    }
  }

  private void add(String typed, List<String> ports) {
    Origin origin;
    try {
      origin = Origin.typed(typed);
    } catch (BadInput e) {
      // The request itself will tell.
      return;
    }
    Set<Integer> right = new HashSet<>();
    right.add(origin.effectivePort());
    if (origin.port() < 0) {
      ports.stream().filter(p -> p.matches("\\d{1,5}")).map(Integer::valueOf).forEach(right::add);
    }
    own.add(new Own(origin, origin.port() < 0 && !typed.contains("://"), right));
  }

  /** Whether an address is made of that field: by {@code host} or {@code origin}, or as it is. */
  private static boolean isUsedAsHost(String field, List<String> urls, List<String> ports) {
    boolean used = false;
    for (String url : urls) {
      List<Segment> segments = TextTemplate.parse(url);
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i) instanceof Placeholder place && place.name().equals(field)) {
          used |= i == 1 && isWholeHost(segments);
          for (TextTemplate.Filter filter : place.filters()) {
            used |= filter.name().equals("host") || filter.name().equals("origin");
            ports.add(filter.argument());
          }
        }
      }
    }
    return used;
  }

  /** Whether the second piece is all of the host: a scheme before it, a port or path after it. */
  private static boolean isWholeHost(List<Segment> url) {
    boolean afterScheme =
        url.get(0) instanceof Literal(String text)
            && (text.equals("https://") || text.equals("http://"));
    boolean ends =
        url.size() == 2
            || (url.get(2) instanceof Literal(String text) && ":/?#".indexOf(text.charAt(0)) >= 0);
    return afterScheme && ends;
  }

  private static boolean isShown(FieldSpec field, Values values) {
    return field
        .when()
        .map(when -> values.get(when.field()).text().equals(when.value()))
        .orElse(true);
  }
}

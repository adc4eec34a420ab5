package io.keyarbor.probe.engine;

import io.keyarbor.template.FilterKind;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.ArrayList;
import java.util.List;

/**
 * A field's value, or a part of it, as the host of an address.
 *
 * @param reading what finds the part; empty for the whole value
 * @param ports those that the template gives where the person gave none
 */
record AddressUse(String field, List<Filter> reading, List<Integer> ports) {

  /** All uses in an address: by {@code host} or {@code origin}, by its place, or as all of it. */
  static List<AddressUse> in(String url) {
    List<Segment> segments = TextTemplate.parse(url);
    List<AddressUse> uses = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i) instanceof Placeholder place) {
        int readers = FilterKind.readers(place.filters());
        List<Filter> reading = place.filters().subList(0, readers);
        List<Filter> making = place.filters().subList(readers, place.filters().size());
        boolean isAddress = i == 0 && !reading.isEmpty();
        if (isAddress || isMadeHost(making) || (i == 1 && isWholeHost(segments))) {
          uses.add(new AddressUse(place.name(), reading, ports(making)));
        }
      }
    }
    return uses;
  }

  private static boolean isMadeHost(List<Filter> filters) {
    return filters.stream().anyMatch(f -> f.name().equals("host") || f.name().equals("origin"));
  }

  private static List<Integer> ports(List<Filter> filters) {
    return filters.stream()
        .map(Filter::argument)
        .filter(argument -> argument.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .toList();
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
}

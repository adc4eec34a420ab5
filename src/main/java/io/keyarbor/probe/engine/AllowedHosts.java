package io.keyarbor.probe.engine;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Origin;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the requests of a test may go, with a secret or without, since plain fields are nobody
 * else's business either: to the hosts and ports in the credential's own address fields, and over
 * https to the hosts that its probe names. Without encryption only where the person typed {@code
 * http://}. An address that a server named is held to the same, as is the host of a conversation.
 */
final class AllowedHosts {
  private static final int HTTPS = 443;

  private final Set<String> named;
  private final List<Own> own = new ArrayList<>();
  private final Plan plan;
  private final Set<String> captures;

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

  /**
   * @param fields all that a person may have filled in
   * @param values what is in them, without captures
   */
  AllowedHosts(List<FieldSpec> fields, Plan plan, Values values) {
    this.plan = plan;
    named = Set.copyOf(plan.probe().hosts());
    captures =
        plan.all().stream()
            .flatMap(step -> step.captures().stream())
            .map(Capture::name)
            .collect(Collectors.toSet());
    List<AddressUse> uses =
        plan.all().stream().flatMap(step -> AddressUse.in(step.url()).stream()).toList();
    for (FieldSpec field : fields) {
      if (isShown(field, values)) {
        List<AddressUse> all = new ArrayList<>(uses);
        if (field.type() == FieldType.URL) {
          all.add(new AddressUse(field.name(), List.of(), List.of()));
        }
        all.removeIf(use -> !use.field().equals(field.name()));
        all.forEach(use -> add(use, values));
      }
    }
  }

  /**
   * Lets {@code call} pass.
   *
   * @throws BadInput if it may not be sent where it would go
   */
  void check(Call call) {
    if (call.conversation().isPresent()) {
      checkConversation(call);
    } else if (call.socket().isEmpty()) {
      checkAddress(call);
    } else {
      checkSocket(call);
    }
  }

  private void checkAddress(Call call) {
    Origin target = Origin.of(call.uri());
    boolean isOwn = own.stream().anyMatch(o -> o.covers(target));
    if (target.scheme().equals("http") && !isOwn) {
      throw new BadInput(
          "The template would go to "
              + target.authority()
              + " without encryption. Nothing was sent there. Write the address with https://.");
    }
    boolean isStandard = target.effectivePort() == HTTPS;
    boolean isNamed = isStandard && named.contains(target.host());
    boolean isOwnServers = isStandard && isCaptured(step(call).url()) && isOwnHost(target.host());
    if (!isOwn && !isNamed && !isOwnServers) {
      throw foreign(target.authority());
    }
  }

  private void checkConversation(Call call) {
    Destination destination = Destination.of(step(call).transport().orElseThrow());
    boolean isField = destination.source().filter(name -> !captures.contains(name)).isPresent();
    if (!isField) {
      String host = Origin.typed(call.authority()).host();
      if (!named.contains(host) && !isOwnHost(host)) {
        throw foreign(host);
      }
    }
  }

  /** What goes through a socket stays on this computer. */
  private void checkSocket(Call call) {
    boolean isFromAnswer =
        TextTemplate.names(step(call).unixSocket()).stream().anyMatch(captures::contains);
    if (isFromAnswer || !call.url().startsWith("http://localhost")) {
      throw foreign(call.socket());
    }
  }

  private Step step(Call call) {
    return plan.all().stream().filter(s -> s.id().equals(call.step())).findFirst().orElseThrow();
  }

  private boolean isCaptured(String url) {
    return TextTemplate.parse(url).getFirst() instanceof Placeholder place
        && captures.contains(place.name());
  }

  private boolean isOwnHost(String host) {
    return own.stream().anyMatch(o -> o.origin().host().equals(host));
  }

  private static BadInput foreign(String place) {
    return new BadInput(
        "The template would go to "
            + place
            + ", which is not a host of this credential. Nothing was sent there. Check the"
            + " address fields, and whether you trust this template.");
  }

  private void add(AddressUse use, Values values) {
    try {
      String typed = values.part(use.field(), use.reading()).text();
      if (!typed.isEmpty()) {
        Origin origin = Origin.typed(typed);
        Set<Integer> right = new HashSet<>();
        right.add(origin.effectivePort());
        if (origin.port() < 0) {
          right.addAll(use.ports());
        }
        own.add(new Own(origin, origin.port() < 0 && !typed.contains("://"), right));
      }
    } catch (BadInput e) {
      // The request itself will tell.
    }
  }

  private static boolean isShown(FieldSpec field, Values values) {
    return field
        .when()
        .map(when -> values.get(when.field()).text().equals(when.value()))
        .orElse(true);
  }
}

package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ProbeSpec.Transport;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the requests of a test or a call, in their order. */
final class StepLint {
  private static final Pattern LITERAL_HOST = Pattern.compile("(https?)://([^/?#:{]+)(.*)");

  private final TextLint texts;
  private final List<String> hosts;
  private final boolean hasAddress;
  private final Set<String> captures = new HashSet<>();

  /**
   * @param hosts those that the test or call names
   * @param hasAddress whether the person can enter an address
   */
  StepLint(TextLint texts, List<String> hosts, boolean hasAddress) {
    this.texts = texts;
    this.hosts = hosts;
    this.hasAddress = hasAddress;
  }

  /** Checks them, and tells whether one carries a secret. */
  boolean check(String where, List<Step> steps) {
    boolean carriesSecret = false;
    for (Step step : steps) {
      String place = where + ", step " + step.id();
      texts.checkPlain(place, step.url());
      checkHost(place, step.url());
      texts.checkPlain(place, step.unixSocket());
      step.transport().ifPresent(transport -> checkTransport(place, transport));
      List<String> others = others(step);
      others.forEach(text -> texts.check(place, text));
      carriesSecret |= others.stream().anyMatch(texts::isSecret);
      for (Capture capture : step.captures()) {
        texts.add(capture);
        captures.add(capture.name());
      }
    }
    return carriesSecret;
  }

  private void checkHost(String place, String url) {
    Segment first = url.isEmpty() ? new Literal("") : TextTemplate.parse(url).getFirst();
    if (first instanceof Placeholder p && captures.contains(p.name())) {
      if (hosts.isEmpty() && !hasAddress) {
        texts.tell(place, "an answer names the address, but no host is allowed");
      }
      return;
    }
    Matcher literal = first instanceof Literal(String text) ? LITERAL_HOST.matcher(text) : null;
    if (literal != null && literal.matches() && isWhole(literal, url)) {
      checkLiteral(place, literal.group(2));
    }
  }

  /** A placeholder right after it would be a part of the host. */
  private static boolean isWhole(Matcher literal, String url) {
    return !literal.group(3).isEmpty() || literal.end() == url.length();
  }

  private void checkLiteral(String place, String host) {
    boolean local = host.equals("localhost");
    if (!local && !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      texts.tell(place, "the host " + host + " is not in hosts, so nothing would be sent there");
    }
  }

  private void checkTransport(String place, Transport transport) {
    String host = transport.with().getOrDefault("host", "");
    if (!host.isEmpty() && !host.contains("{")) {
      checkLiteral(place, host);
    }
    // In a connection URL, the person chose by its scheme.
    boolean isFromUrl = host.contains("|part:host");
    if (transport.with().getOrDefault("tls", "").equals("off") && !isFromUrl) {
      texts.tell(place, "only the person may switch TLS off: take it from a field");
    }
  }

  /** Checks what is read from the answers. */
  void checkExtracts(String where, List<Extract> extracts, Set<String> kinds) {
    for (Extract extract : extracts) {
      if (!kinds.contains(extract.kind())) {
        texts.tell(where, extract.kind() + " cannot be read here");
      }
      if (extract.from().equals("value")) {
        texts.checkPlain(where + ", extract " + extract.kind(), extract.path());
      }
    }
  }

  private static List<String> others(Step step) {
    return Stream.<Collection<String>>of(
            step.headers().values(),
            step.form().values(),
            List.of(step.body()),
            step.transport().map(t -> t.with().values()).orElse(List.of()),
            step.signer().map(s -> s.with().values()).orElse(List.of()))
        .flatMap(Collection::stream)
        .toList();
  }
}

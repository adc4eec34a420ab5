package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.ConfigFile;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.environment.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Takes credentials from the files of tools, as far as templates name them. */
final class ConfigFiles {
  private static final int MOST_ENTRIES = 1_000;

  private final Catalogue catalogue;
  private final ConfigPaths paths;
  private final List<Skipped> told;
  private final ConfigTree trees = new ConfigTree();

  ConfigFiles(Catalogue catalogue, ConfigPaths paths, List<Skipped> told) {
    this.catalogue = catalogue;
    this.paths = paths;
    this.told = told;
  }

  /** A template's say about a file. */
  private record Claim(ServiceTemplate template, ConfigFile config) {}

  private record Kind(Path file, String format) {}

  /** Reads each file once for each format that templates see in it. */
  List<Candidate> read() {
    Map<Kind, List<Claim>> files = new LinkedHashMap<>();
    for (ServiceTemplate template : catalogue.all()) {
      for (ConfigFile config : template.files()) {
        for (Path file : real(config)) {
          files
              .computeIfAbsent(new Kind(file, config.format()), k -> new ArrayList<>())
              .add(new Claim(template, config));
        }
      }
    }
    List<Candidate> found = new ArrayList<>();
    files.forEach((kind, claims) -> found.addAll(read(kind, claims)));
    return found;
  }

  private List<Path> real(ConfigFile config) {
    List<Path> real = new ArrayList<>();
    for (Path file : paths.of(config)) {
      try {
        SafeFile.real(file, paths.home()).ifPresent(real::add);
      } catch (TransferException e) {
        tell(file, e);
      }
    }
    return real;
  }

  private void tell(Path file, TransferException fault) {
    Skipped skipped = new Skipped(file.toString(), fault.getMessage());
    if (!told.contains(skipped)) {
      told.add(skipped);
    }
  }

  private List<Candidate> read(Kind kind, List<Claim> claims) {
    byte[] bytes = {};
    try {
      bytes = SafeFile.read(kind.file());
      JsonNode tree = trees.read(kind.format(), kind.file(), bytes, told);
      byte[] whole = bytes;
      List<Candidate> found = new ArrayList<>();
      // A claim on one entry says more than one on all of them.
      for (Claim claim :
          claims.stream()
              .sorted(Comparator.comparing((Claim c) -> c.config().each().contains("*")))
              .toList()) {
        entries(tree, claim.config().each())
            .forEach((name, entry) -> add(found, candidate(claim, kind, name, entry, whole)));
      }
      return lines(found, bytes);
    } catch (TransferException e) {
      tell(kind.file(), e);
      return List.of();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The nodes that {@code pointer} means, by their own name. */
  private static Map<String, JsonNode> entries(JsonNode tree, String pointer) {
    Map<String, JsonNode> entries = new LinkedHashMap<>(Map.of("", tree));
    for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Map<String, JsonNode> next = new LinkedHashMap<>();
      String name = part.replace("~1", "/").replace("~0", "~");
      entries
          .values()
          .forEach(node -> {
            Stream<Map.Entry<String, JsonNode>> children =
                node.isArray()
                    ? node.valueStream().map(c -> Map.entry(c.path("name").asString(""), c))
                    : node.properties().stream();
            children
                .filter(c -> part.equals("*") || c.getKey().equals(name))
                .limit(MOST_ENTRIES)
                .forEach(c -> next.merge(c.getKey(), c.getValue(), (a, b) -> a));
          });
      entries = next;
    }
    return entries;
  }

  private Optional<Candidate> candidate(
      Claim claim, Kind kind, String name, JsonNode entry, byte[] whole) {
    try (Form form = new Form(claim.template())) {
      claim
          .config()
          .fields()
          .forEach((field, pointer) -> {
            String value =
                pointer.equals("#")
                    ? name
                    : pointer.isEmpty() && entry.isObject()
                        ? new String(whole, StandardCharsets.UTF_8)
                        : entry.at(pointer).asString("");
            if (!value.isBlank() && !Reference.isReference(value.strip())) {
              put(form, field, value);
            }
          });
      if (form.secrets().isEmpty()) {
        return Optional.empty();
      }
      Source source =
          new Source(Source.Kind.CONFIG_FILE, Optional.of(kind.file()), kind.format(), 0, name);
      Optional<String> unknown = form.unknownChoice();
      if (unknown.isPresent()) {
        told.add(new Skipped(source.toString(), unknown.get()));
        return Optional.empty();
      }
      String title = (claim.template().displayName() + " " + name.replace('/', ' ')).strip();
      return Optional.of(
          new Candidate(source, List.of(claim.template()), form.draft(title, source)));
    }
  }

  private static void put(Form form, String field, String value) {
    if (form.isSecret(field)) {
      form.putSecret(field, Secret.take(value.getBytes(StandardCharsets.UTF_8)));
    } else {
      form.putPlain(field, value.strip());
    }
  }

  /** Several services may claim one entry: then they are guesses of one find. */
  private static void add(List<Candidate> found, Optional<Candidate> more) {
    if (more.isEmpty()) {
      return;
    }
    Candidate next = more.get();
    for (int i = 0; i < found.size(); i++) {
      Candidate known = found.get(i);
      if (sameSecrets(known.draft().secrets(), next.draft().secrets())) {
        List<ServiceTemplate> services = new ArrayList<>(known.services());
        next.services().stream().filter(s -> !services.contains(s)).forEach(services::add);
        found.set(i, new Candidate(known.source(), services, known.draft()));
        next.draft().close();
        return;
      }
    }
    found.add(next);
  }

  private static boolean sameSecrets(Map<String, Secret> one, Map<String, Secret> other) {
    return one.size() == other.size()
        && one.values().stream().allMatch(a -> other.values().stream().anyMatch(a::sameAs));
  }

  /** With the line on which the first secret stands as it is. */
  private static List<Candidate> lines(List<Candidate> found, byte[] bytes) {
    return found.stream()
        .map(c -> {
          Source s = c.source();
          int line =
              c.draft().secrets().values().stream()
                  .map(secret -> Occurrences.of(bytes, secret))
                  .filter(spots -> !spots.isEmpty())
                  .mapToInt(spots -> Occurrences.line(bytes, spots.getFirst()))
                  .min()
                  .orElse(0);
          Source exact = new Source(s.kind(), s.file(), s.format(), line, s.name());
          Draft moved =
              new Draft(
                  exact.toString(), c.draft().groups(), c.draft().details(), c.draft().secrets());
          return new Candidate(exact, c.services(), moved);
        })
        .toList();
  }
}

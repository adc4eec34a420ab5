package io.keyarbor.ui.wizard;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.list.CategoryTitle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services to choose from, by category, and those that a search finds. */
final class ServiceList {
  private final List<ServiceTemplate> all;

  /** One category and its services. */
  record Section(String title, List<ServiceTemplate> services) {}

  ServiceList(Catalogue catalogue) {
    // What fits any service stands last, where one looks who has not found his own.
    all =
        catalogue.all().stream()
            .sorted(Comparator.comparing((ServiceTemplate t) -> t.category().equals("generic")))
            .toList();
  }

  /**
   * The sections with what {@code search} finds: every word of it in name, key or category, or at
   * the start of a word of an environment variable.
   */
  List<Section> sections(String search) {
    List<String> words =
        Stream.of(search.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    Map<String, List<ServiceTemplate>> byCategory =
        all.stream()
            .filter(template -> words.stream().allMatch(word -> matches(template, word)))
            .collect(
                Collectors.groupingBy(
                    ServiceTemplate::category, LinkedHashMap::new, Collectors.toList()));
    return byCategory.entrySet().stream()
        .map(entry -> new Section(CategoryTitle.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static String text(ServiceTemplate template) {
    return (template.displayName()
            + " "
            + template.serviceType()
            + " "
            + template.category()
            + " "
            + CategoryTitle.of(template.category()))
        .toLowerCase(Locale.ROOT);
  }

  private static boolean matches(ServiceTemplate template, String word) {
    return text(template).contains(word)
        || template.env().stream()
            .map(env -> "_" + env.name().toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.contains("_" + word));
  }
}

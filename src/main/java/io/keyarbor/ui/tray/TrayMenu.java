package io.keyarbor.ui.tray;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.platform.tray.TrayItem;
import io.keyarbor.ui.detail.DetailModel;
import io.keyarbor.ui.detail.DetailModel.Line;
import io.keyarbor.ui.tray.Choice.Copy;
import io.keyarbor.ui.tray.Choice.Deed;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tray's menu says. Plain Java. It names credentials and fields and holds no value; while
 * the vault is locked it names nothing.
 */
final class TrayMenu {
  /** So many items a level has at most. */
  static final int MOST = 15;

  /** So many letters an item has at most. */
  static final int LONGEST = 40;

  private static final int MOST_PROFILES = 7;

  private TrayMenu() {}

  /** While the vault is locked. */
  static List<TrayItem<Choice>> locked() {
    return List.of(TrayItem.of(tr("Unlock…"), Deed.OPEN), quit());
  }

  /** While it is open. */
  static List<TrayItem<Choice>> of(Content content) {
    List<TrayItem<Choice>> menu = new ArrayList<>();
    menu.add(TrayItem.of(tr("Search…"), Deed.SEARCH));
    menu.add(TrayItem.line());
    menu.addAll(credentials(content));
    menu.add(TrayItem.line());
    menu.add(
        content
            .progress()
            .map(p -> TrayItem.<Choice>words(tr("Testing {0} of {1}…", p.finished(), p.total())))
            .orElseGet(() -> TrayItem.of(tr("Test all"), Deed.TEST_ALL)));
    menu.add(TrayItem.of(tr("Lock"), Deed.LOCK));
    menu.add(TrayItem.of(tr("Open Keyarbor"), Deed.OPEN));
    menu.add(quit());
    return menu;
  }

  private static TrayItem<Choice> quit() {
    return TrayItem.of(tr("Quit"), Deed.QUIT);
  }

  /** Those in a profile lie under its name, in each if there are several. */
  private static List<TrayItem<Choice>> credentials(Content content) {
    Collection<Credential> offered = offered(content);
    if (offered.isEmpty()) {
      return List.of(TrayItem.words(tr("No favourites yet")));
    }
    Map<Profile, List<Credential>> inProfile = new LinkedHashMap<>();
    Set<CredentialId> placed = new LinkedHashSet<>();
    content.profiles().stream()
        .sorted(Comparator.comparing(Profile::name, NameOrder.ofPeople()))
        .forEach(profile -> {
          List<Credential> here = in(profile, offered);
          if (!here.isEmpty() && inProfile.size() < MOST_PROFILES) {
            inProfile.put(profile, here);
            here.forEach(c -> placed.add(c.id()));
          }
        });
    Function<Credential, TrayItem<Choice>> item = c -> credential(c, content);
    List<Credential> loose = offered.stream().filter(c -> !placed.contains(c.id())).toList();
    List<TrayItem<Choice>> items = new ArrayList<>(bounded(loose, MOST - inProfile.size(), item));
    inProfile.forEach((profile, here) ->
        items.add(TrayItem.menu(shortened(profile.name()), bounded(here, MOST, item))));
    return items;
  }

  /** Those used lately, newest first, and after them the favourites by name. */
  private static Collection<Credential> offered(Content content) {
    Map<CredentialId, Credential> byId = new HashMap<>();
    content.all().forEach(c -> byId.put(c.id(), c));
    return Stream.concat(
            content.recent().stream().map(byId::get).filter(Objects::nonNull),
            content.all().stream()
                .filter(c -> c.details().favourite())
                .sorted(Comparator.comparing(c -> c.details().name(), NameOrder.ofPeople())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Credential> in(Profile profile, Collection<Credential> offered) {
    Set<CredentialId> ids =
        profile.variables().stream().map(Profile.Variable::credential).collect(Collectors.toSet());
    return offered.stream().filter(c -> ids.contains(c.id())).toList();
  }

  private static TrayItem<Choice> credential(Credential credential, Content content) {
    List<TrayItem<Choice>> fields = new ArrayList<>();
    var template = content.catalogue().find(credential.details().serviceType());
    for (Line line : DetailModel.lines(credential, template)) {
      if (!line.isAttachment()) {
        String label = shortened(tr(line.label()));
        fields.add(
            TrayItem.of(
                FieldCopy.isCode(line.name())
                    ? tr("Copy the one-time code")
                    : tr("Copy {0}", label),
                new Copy(credential.id(), line.name())));
      }
    }
    String name = shortened(credential.details().name());
    return fields.isEmpty()
        ? TrayItem.words(name)
        : TrayItem.menu(name, bounded(fields, MOST, f -> f));
  }

  private static <T> List<TrayItem<Choice>> bounded(
      List<T> all, int most, Function<T, TrayItem<Choice>> item) {
    boolean more = all.size() > most;
    List<TrayItem<Choice>> items = new ArrayList<>();
    all.stream().limit(more ? most - 1 : most).map(item).forEach(items::add);
    if (more) {
      items.add(TrayItem.of(tr("More…"), Deed.SEARCH));
    }
    return items;
  }

  /** In one line of at most {@value #LONGEST} letters, none of which turns the line around. */
  static String shortened(String text) {
    int[] letters =
        text.codePoints()
            .map(c -> Character.isWhitespace(c) ? ' ' : c)
            .filter(c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                  default -> true;
                })
            .limit(LONGEST + 1L)
            .toArray();
    return letters.length <= LONGEST
        ? new String(letters, 0, letters.length)
        : new String(letters, 0, LONGEST - 1) + "…";
  }
}

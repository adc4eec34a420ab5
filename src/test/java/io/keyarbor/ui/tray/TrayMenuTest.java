package io.keyarbor.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.tray.TrayItem;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.Draft;
import io.keyarbor.ui.tray.Choice.Copy;
import io.keyarbor.ui.tray.Choice.Deed;
import io.keyarbor.ui.work.Testing.Progress;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrayMenuTest {
  private static final Catalogue CATALOGUE = JsonCatalogue.bundled();
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final List<Credential> all = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<CredentialId> recent = new ArrayList<>();

  private Credential add(String name, boolean favourite, String... secretFields) {
    Details details =
        new Details(
            name,
            "generic-login",
            Optional.empty(),
            Map.of("username", "admin"),
            Set.of(),
            favourite,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    Credential credential =
        new Credential(
            CredentialId.random(),
            details,
            1,
            1,
            Set.of(secretFields.length == 0 ? new String[] {"password"} : secretFields),
            Optional.empty(),
            NOW,
            NOW,
            Optional.empty());
    all.add(credential);
    return credential;
  }

  private void profile(String name, Credential... with) {
    List<Variable> variables =
        IntStream.range(0, with.length)
            .mapToObj(i -> new Variable("V" + i, with[i].id(), new Value.Field("password")))
            .toList();
    profiles.add(new Profile(ProfileId.random(), name, "", variables));
  }

  private Content content() {
    return new Content(all, profiles, recent, CATALOGUE, Optional.empty());
  }

  private List<TrayItem<Choice>> menu() {
    return TrayMenu.of(content());
  }

  /** The words of a menu in lines, those of what it opens after them. */
  private static String words(List<TrayItem<Choice>> items) {
    return String.join(
        " | ",
        items.stream()
            .map(i ->
                i.isLine()
                    ? "-"
                    : i.label() + (i.children().isEmpty() ? "" : " [" + words(i.children()) + "]"))
            .toList());
  }

  private static Stream<TrayItem<Choice>> every(List<TrayItem<Choice>> items) {
    return items.stream().flatMap(i -> Stream.concat(Stream.of(i), every(i.children())));
  }

  @Test
  void aLockedVaultOffersToOpenItAndNamesNothing() {
    assertEquals("Unlock… | Quit", words(TrayMenu.locked()));
    assertEquals(Optional.of(Deed.OPEN), TrayMenu.locked().getFirst().choice());
  }

  @Test
  void whatIsNeitherUsedNorAFavouriteIsNotNamed() {
    add("Hidden away", false);

    assertEquals(
        "Search… | - | No favourites yet | - | Test all | Lock | Open Keyarbor | Quit",
        words(menu()));
  }

  @Test
  void whatWasUsedLatelyComesFirstThenTheFavouritesThenTheProfiles() {
    Credential used = add("Zeta", false);
    add("Beta", true);
    add("Alpha", true);
    profile("Production", add("Delta", true), add("Unloved", false));
    profile("Empty");
    recent.add(used.id());
    String fields = " [Copy User | Copy Password]";

    assertEquals(
        "Search… | - | Zeta"
            + fields
            + " | Alpha"
            + fields
            + " | Beta"
            + fields
            + " | Production [Delta"
            + fields
            + "] | - | Test all | Lock | Open Keyarbor | Quit",
        words(menu()));
  }

  @Test
  void aFieldIsCopiedByItsNameAndNoItemHoldsAValue() {
    Credential one = add("One", true, "password", "totp", Draft.ATTACHMENT + "key.pem");
    TrayItem<Choice> item = menu().get(2);

    assertEquals("One [Copy User | Copy Password | Copy the one-time code]", words(List.of(item)));
    assertEquals(Optional.of(new Copy(one.id(), "password")), item.children().get(1).choice());
    assertFalse(every(menu()).anyMatch(i -> i.toString().contains("admin")));
  }

  @Test
  void noLevelGrowsBeyondItsBoundAndTheRestIsASearchAway() {
    IntStream.range(0, 40).forEach(i -> add("Favourite " + i, true));
    profile("Everything", all.toArray(Credential[]::new));
    IntStream.range(0, 40).forEach(i -> add("Loose " + i, true));
    IntStream.range(0, 40).forEach(i -> profile("Profile " + i, all.get(i)));
    List<TrayItem<Choice>> menu = menu();
    int frame = words(List.of()).length() + 7;

    assertTrue(menu.size() <= TrayMenu.MOST + frame, words(menu));
    every(menu).forEach(i -> assertTrue(i.children().size() <= TrayMenu.MOST, i.label()));
    TrayItem<Choice> everything =
        menu.stream().filter(i -> i.label().equals("Everything")).findFirst().orElseThrow();
    assertEquals("More…", everything.children().getLast().label());
    assertEquals(Optional.of(Deed.SEARCH), everything.children().getLast().choice());
  }

  @Test
  void whileAllAreTestedTheMenuSaysHowFarThatIs() {
    Content testing =
        new Content(all, profiles, recent, CATALOGUE, Optional.of(new Progress(3, 14)));
    TrayItem<Choice> item =
        TrayMenu.of(testing).stream()
            .filter(i -> i.label().startsWith("Testing"))
            .findFirst()
            .orElseThrow();

    assertEquals("Testing 3 of 14…", item.label());
    assertFalse(item.enabled());
  }

  @Test
  void onlyWhatAServiceRefusedIsCountedAsFailing() {
    for (Reason reason : List.of(Reason.OK, Reason.EXPIRED, Reason.UNREACHABLE)) {
      Credential c = add(reason.name(), false);
      Verdict verdict =
          new Verdict(
              reason,
              "",
              NOW,
              Duration.ZERO,
              Map.of(),
              List.of(),
              new Expiry.Unknown(),
              List.of(),
              Optional.empty());
      all.set(
          all.indexOf(c),
          new Credential(
              c.id(),
              c.details(),
              1,
              1,
              c.secretFields(),
              Optional.of(verdict),
              NOW,
              NOW,
              Optional.empty()));
    }

    assertEquals(1, content().failing());
  }

  @Test
  void aNameThatCouldTurnTheLineAroundOrBreakItDoesNot() {
    assertEquals("safe name", TrayMenu.shortened("sa\u202Efe\nname\u0007"));
    assertEquals("x".repeat(39) + "…", TrayMenu.shortened("x".repeat(200)));
    assertEquals("x".repeat(40), TrayMenu.shortened("x".repeat(40)));
  }

  @Property
  void anyNameBecomesOneShortLine(@ForAll String name) {
    String line = TrayMenu.shortened(name);

    assertTrue(line.codePointCount(0, line.length()) <= TrayMenu.LONGEST);
    assertFalse(line.chars().anyMatch(Character::isISOControl));
  }
}

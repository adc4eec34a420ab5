package io.keyarbor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Locale.Category;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The language that was chosen, and the system's again when it is chosen no more. */
final class SpokenTest {
  private final Locale display = Locale.getDefault(Category.DISPLAY);
  private final Locale format = Locale.getDefault(Category.FORMAT);

  @AfterEach
  void back() {
    Locale.setDefault(Category.DISPLAY, display);
    Locale.setDefault(Category.FORMAT, format);
  }

  private static void systemSpeaks(Locale display, Locale format) {
    Locale.setDefault(Category.DISPLAY, display);
    Locale.setDefault(Category.FORMAT, format);
  }

  @Test
  void theChosenLanguageIsSpokenUntilTheSystemsIsChosenAgain() {
    systemSpeaks(Locale.US, Locale.US);
    Spoken spoken = new Spoken();
    spoken.speak(Optional.of(Locale.GERMAN));
    assertEquals("Einstellungen", Texts.tr("Settings"));
    assertEquals("1.234 Gruppen", Texts.count(1234, "{0} group", "{0} groups"));
    spoken.speak(Optional.empty());
    assertEquals("Settings", Texts.tr("Settings"));
    assertEquals(Locale.US, Locale.getDefault(Category.FORMAT));
  }

  @Test
  void whoChoosesTheSystemsLanguageKeepsTheHabitsOfItsCountry() {
    systemSpeaks(Locale.UK, Locale.of("en", "IE"));
    Spoken spoken = new Spoken();
    spoken.speak(Optional.of(Locale.ENGLISH));
    assertEquals(Locale.of("en", "IE"), Locale.getDefault(Category.FORMAT));
    assertEquals(Locale.UK, Locale.getDefault(Category.DISPLAY));
  }

  @Test
  void namesAreInTheOrderOfTheLanguage() {
    systemSpeaks(Locale.GERMANY, Locale.GERMANY);
    List<String> names = List.of("zeta", "Zeta", "Beta", "apt", "Äpfel");
    List<String> inOrder = List.of("Äpfel", "apt", "Beta", "zeta", "Zeta");
    assertEquals(inOrder, names.stream().sorted(NameOrder.ofPeople()).toList());
    assertEquals(inOrder, NameOrder.sorted(names, name -> name));
  }
}

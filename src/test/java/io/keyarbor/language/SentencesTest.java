package io.keyarbor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterTry;

/** What the rooms below say in English is found again in the table, with its values. */
final class SentencesTest {
  private final Locale before = Locale.getDefault();

  @AfterTry
  void back() {
    Locale.setDefault(before);
  }

  @Example
  void aFaultOfTheVaultIsSaidInGermanWithItsFileAndItsReason() {
    Locale.setDefault(Locale.GERMANY);
    Path file = Path.of("/home/someone/personal.keyarbor");
    assertEquals(
        "Der Tresor /home/someone/personal.keyarbor ist beschädigt oder wurde verändert: die Datei"
            + " ist leer. Er wurde weder geöffnet noch geändert. Eine Sicherung aus dem Ordner"
            + " daneben wiederherstellen.",
        Texts.retold(new VaultException.Damaged(file, "the file is empty", null).getMessage()));
    assertEquals(
        "Der Tresor /home/someone/personal.keyarbor konnte nicht gespeichert werden. Nichts ging"
            + " verloren; freien Speicherplatz und Rechte des Ordners prüfen, dann noch einmal"
            + " versuchen.",
        Texts.retold(new VaultException.Storage(file, "saved", null).getMessage()));
  }

  @Example
  void whatStandsInQuotesIsAPersonsOwnAndStays() {
    Locale.setDefault(Locale.GERMANY);
    assertEquals(
        "„saved“ gibt es bereits. Einen anderen Namen wählen.",
        Texts.retold(new VaultException.NameTaken("saved").getMessage()));
  }

  @Example
  void inEnglishAndWhereNothingIsKnownItStaysAsItWasSaid() {
    Locale.setDefault(Locale.UK);
    assertEquals("The vault is gone fishing.", Texts.retold("The vault is gone fishing."));
    Locale.setDefault(Locale.GERMANY);
    assertEquals("The vault is gone fishing.", Texts.retold("The vault is gone fishing."));
  }

  @Example
  void theSentenceThatSaysMostIsTheOneThatWasMeant() {
    Sentences sentences =
        new Sentences(Map.of("{0} is {1}.", "{0}: {1}!", "{0} is in {1}.", "{1} hat {0}."));
    assertEquals("B hat A.", sentences.retold("A is in B.", UnaryOperator.identity()));
    assertEquals("A: blue!", sentences.retold("A is blue.", UnaryOperator.identity()));
  }

  @Property(tries = 200)
  void valuesComeThroughUnchangedInAnyOrder(
      @ForAll @AlphaChars @StringLength(max = 20) String one,
      @ForAll @StringLength(max = 20) String other) {
    Sentences sentences = new Sentences(Map.of("From {0} to: {1}.", "{1} ab {0}."));
    assertEquals(
        other + " ab " + one + ".",
        sentences.retold("From " + one + " to: " + other + ".", UnaryOperator.identity()));
  }
}

package io.keyarbor.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.OtherContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import io.keyarbor.vault.codec.SecretFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  @Property(tries = 200)
  void whateverAPersonWritesIsReadBack(
      @ForAll String name,
      @ForAll @Size(max = 5) Map<String, String> fields,
      @ForAll @Size(max = 5) @UniqueElements Set<String> tags,
      @ForAll String notes,
      @ForAll boolean favourite,
      @ForAll Reason reason,
      @ForAll @IntRange(min = 1) int number) {
    Details details =
        new Details(
            name,
            notes,
            Optional.of(GroupId.random()),
            fields,
            tags,
            favourite,
            notes,
            Optional.of(LocalDate.ofEpochDay(number % 100_000)),
            new TlsTrust.Authorities(name),
            schedule(number));
    Credential credential =
        new Credential(
            CredentialId.random(),
            details,
            number,
            number,
            tags,
            Optional.empty(),
            Instant.ofEpochMilli(number),
            Instant.ofEpochMilli(number),
            Optional.of(Instant.ofEpochMilli(number)));
    PastVerdict past =
        new PastVerdict(
            reason,
            notes.substring(0, Math.min(500, notes.length())),
            number,
            Instant.ofEpochMilli(number),
            Instant.ofEpochMilli(number + 1L),
            Duration.ofMillis(number),
            number);
    CredentialContent content = new CredentialContent(credential, List.of(past, past));
    assertEquals(content, MetaJson.read(content.id(), MetaJson.write(content)));
    GroupContent group =
        new GroupContent(new Group(GroupId.random(), name, details.group(), schedule(number)));
    assertEquals(group, MetaJson.read(group.id(), MetaJson.write(group)));
  }

  private static TestSchedule schedule(int number) {
    return switch (number % 3) {
      case 0 -> new TestSchedule.Inherited();
      case 1 -> new TestSchedule.Never();
      default -> new TestSchedule.Every(1 + number % TestSchedule.MOST_HOURS);
    };
  }

  @Test
  void aVaultFromBeforeThereWereSchedulesIsReadAsItWas() {
    String text =
        """
        {"type":"credential","name":"Old","version":3,
         "test":{"reason":"expired","detail":"Over.","at":1790000000000,"took":12}}\
        """;
    var content =
        (CredentialContent) MetaJson.read(UUID.randomUUID(), text.getBytes(StandardCharsets.UTF_8));
    assertEquals(new TestSchedule.Inherited(), content.credential().details().schedule());
    Instant then = Instant.ofEpochMilli(1790000000000L);
    assertEquals(
        List.of(new PastVerdict(Reason.EXPIRED, "Over.", 3, then, then, Duration.ofMillis(12), 1)),
        content.history());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "721", "99999999999", "1.5", "true", "\"weekly\"", "{\"days\":[1]}"})
  void aScheduleOfALaterProgramCountsAsNotSet(String value) {
    String text = "{\"type\":\"group\",\"schedule\":" + value + ",\"name\":\"Cloud\"}";
    UUID id = UUID.randomUUID();
    assertEquals(
        new GroupContent(new Group(new GroupId(id), "Cloud", Optional.empty())),
        MetaJson.read(id, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 200)
  void secretsAreReadBackAndAnyCutIsRefused(
      @ForAll @Size(max = 5) Map<String, byte[]> values, @ForAll @IntRange(max = 1000) int at) {
    Map<String, Secret> secrets = new HashMap<>();
    values.forEach((name, value) -> secrets.put(name, Secret.copyOf(value)));
    byte[] written = SecretFields.write(secrets);
    Map<String, Secret> read = SecretFields.read(written);
    assertEquals(secrets.keySet(), read.keySet());
    secrets.forEach((name, secret) -> assertEquals(true, secret.sameAs(read.get(name))));
    byte[] cut = Arrays.copyOf(written, at % written.length);
    assertThrows(IllegalArgumentException.class, () -> SecretFields.read(cut));
  }

  @Property(tries = 100)
  void aSavedSearchIsReadBack(@ForAll String name, @ForAll String query) {
    SearchContent search = new SearchContent(new SavedSearch(SearchId.random(), name, query));
    assertEquals(search, MetaJson.read(search.id(), MetaJson.write(search)));
  }

  @Test
  void aRecordThatOnlyALaterProgramKnowsIsNoDamageAndNeverWritten() {
    UUID id = UUID.randomUUID();
    byte[] text = "{\"type\":\"report\",\"rows\":[1,{}]}".getBytes(StandardCharsets.UTF_8);
    OtherContent other = new OtherContent(id);
    assertEquals(other, MetaJson.read(id, text));
    assertThrows(IllegalArgumentException.class, () -> MetaJson.write(other));
  }

  @Test
  void whatALaterProgramAddsIsSkipped() {
    String text =
        "{\"type\":\"group\",\"later\":{\"a\":[1,{\"b\":2}]},\"name\":\"Cloud\",\"x\":[[]]}";
    UUID id = UUID.randomUUID();
    assertEquals(
        new GroupContent(new Group(new GroupId(id), "Cloud", Optional.empty())),
        MetaJson.read(id, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aMalformedRecordIsRefusedWithoutQuotingIt() {
    for (String text :
        new String[] {
          "",
          "[]",
          "{\"name\":\"sesame\"}",
          "{\"type\":\"credential\",\"expires\":\"sesame\"}",
          "{\"type\":\"group\",\"group\":\"sesame\"}",
          "{\"type\":\"credential\",\"version\":\"sesame\"}",
          "{\"type\":\"group\",\"name\":\"sesame"
        }) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> MetaJson.read(UUID.randomUUID(), text.getBytes(StandardCharsets.UTF_8)));
      assertFalse(e.getMessage().contains("sesame"), e.getMessage());
      assertEquals(null, e.getCause());
    }
  }
}

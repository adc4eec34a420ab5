package io.keyarbor.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.SecretFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
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

class CodecTest {
  @Property(tries = 200)
  void whateverAPersonWritesIsReadBack(
      @ForAll String name,
      @ForAll @Size(max = 5) Map<String, String> fields,
      @ForAll @Size(max = 5) @UniqueElements Set<String> tags,
      @ForAll String notes,
      @ForAll boolean favourite,
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
            new TlsTrust.Authorities(name));
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
    CredentialContent content = new CredentialContent(credential);
    assertEquals(content, MetaJson.read(content.id(), MetaJson.write(content)));
    GroupContent group = new GroupContent(new Group(GroupId.random(), name, details.group()));
    assertEquals(group, MetaJson.read(group.id(), MetaJson.write(group)));
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
          "{\"type\":\"sesame\"}",
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

package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;

/**
 * Writes credentials in Keyarbor's own shape: all of what a draft holds. What is empty is left out.
 */
record CredentialsWriter(TokenStreamFactory factory) {
  /** Writes a whole document; {@code notice} is empty where the file says it otherwise. */
  void write(List<Draft> drafts, String notice, OutputStream out) {
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty(Shape.FORMAT, Shape.KEYARBOR);
      json.writeNumberProperty(Shape.VERSION, Shape.NEWEST);
      text(json, Shape.NOTICE, notice);
      json.writeArrayPropertyStart(Shape.CREDENTIALS);
      drafts.forEach(draft -> write(json, draft));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Draft draft) {
    Details details = draft.details();
    json.writeStartObject();
    json.writeStringProperty(Shape.NAME, details.name());
    json.writeStringProperty(Shape.SERVICE, details.serviceType());
    texts(json, Shape.GROUPS, draft.groups());
    if (!details.fields().isEmpty()) {
      json.writeObjectPropertyStart(Shape.FIELDS);
      new TreeMap<>(details.fields()).forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    if (!draft.secrets().isEmpty()) {
      json.writeObjectPropertyStart(Shape.SECRETS);
      for (Map.Entry<String, Secret> field : new TreeMap<>(draft.secrets()).entrySet()) {
        json.writeName(field.getKey());
        secret(json, field.getValue());
      }
      json.writeEndObject();
    }
    texts(json, Shape.TAGS, new TreeSet<>(details.tags()));
    if (details.favourite()) {
      json.writeBooleanProperty(Shape.FAVOURITE, true);
    }
    text(json, Shape.NOTES, details.notes());
    details.expires().ifPresent(day -> json.writeStringProperty(Shape.EXPIRES, day.toString()));
    trust(json, details.trust());
    switch (details.schedule()) {
      case TestSchedule.Inherited inherited -> {}
      case TestSchedule.Never never -> json.writeStringProperty(Shape.SCHEDULE, Shape.NEVER);
      case TestSchedule.Every every -> json.writeNumberProperty(Shape.SCHEDULE, every.hours());
    }
    json.writeEndObject();
  }

  private static void trust(JsonGenerator json, TlsTrust trust) {
    String kind =
        switch (trust) {
          case TlsTrust.SystemTrust system -> "";
          case TlsTrust.Pin pin -> Shape.PIN;
          case TlsTrust.Authorities authorities -> Shape.AUTHORITIES;
        };
    String value =
        switch (trust) {
          case TlsTrust.SystemTrust system -> "";
          case TlsTrust.Pin pin -> pin.sha256();
          case TlsTrust.Authorities authorities -> authorities.pem();
        };
    if (!kind.isEmpty()) {
      json.writeObjectPropertyStart(Shape.TRUST);
      json.writeStringProperty(kind, value);
      json.writeEndObject();
    }
  }

  /** As text, or as Base64 where the bytes are none: a file, say. */
  private static void secret(JsonGenerator json, Secret secret) {
    secret.use(bytes -> {
      CharBuffer text = CharBuffer.allocate(bytes.length);
      try {
        var result =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        if (result.isError()) {
          result.throwException();
        }
        json.writeString(text.array(), 0, text.position());
      } catch (CharacterCodingException e) {
        json.writeStartObject();
        json.writeName(Shape.BASE64);
        base64(json, bytes);
        json.writeEndObject();
      } finally {
        Arrays.fill(text.array(), '\0');
      }
      return null;
    });
  }

  private static void base64(JsonGenerator json, byte[] bytes) {
    byte[] encoded = Base64.getEncoder().encode(bytes);
    char[] chars = new char[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      chars[i] = (char) encoded[i];
    }
    json.writeString(chars, 0, chars.length);
    Arrays.fill(chars, '\0');
    Arrays.fill(encoded, (byte) 0);
  }

  private static void text(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }

  private static void texts(JsonGenerator json, String name, Collection<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}

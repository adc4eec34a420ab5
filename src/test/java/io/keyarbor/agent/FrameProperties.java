package io.keyarbor.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.agent.protocol.Change;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Malformed;
import io.keyarbor.agent.protocol.Pipe;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written is read back, and what nobody wrote is told as malformed and nothing else. */
class FrameProperties {
  @Property(tries = 300)
  void whatIsWrittenIsReadBack(
      @ForAll int number,
      @ForAll long large,
      @ForAll boolean flag,
      @ForAll List<String> texts,
      @ForAll @Size(max = 5_000) byte[] bytes)
      throws IOException {
    try (FrameWriter out = new FrameWriter();
        Secret secret = Secret.copyOf(bytes)) {
      out.int32(number);
      out.int64(large);
      out.flag(flag);
      List<String> encodable = texts.stream().map(FrameProperties::encodable).toList();
      out.all(encodable, FrameWriter::text);
      out.optional(Optional.of(secret), FrameWriter::secret);
      try (FrameReader in = piped(out)) {
        assertEquals(number, in.int32());
        assertEquals(large, in.int64());
        assertEquals(flag, in.flag());
        assertEquals(encodable, in.all(FrameReader::text));
        try (Secret back = in.optional(FrameReader::secret).orElseThrow()) {
          back.use(b -> {
            assertArrayEquals(bytes, b);
            return null;
          });
        }
        in.end();
      }
    }
  }

  /** Without lone surrogates, which UTF-8 has no bytes for. */
  private static String encodable(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "?");
  }

  private static FrameReader piped(FrameWriter out) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    Pipe.write(pipe, out);
    return Pipe.read(new ByteArrayInputStream(pipe.toByteArray()), 1 << 20);
  }

  @Property(tries = 500)
  void randomBytesAreMalformedAndNothingElse(
      @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(min = 0, max = 6) int what) {
    List<Consumer<FrameReader>> readings =
        List.of(
            Change::read,
            in -> in.secrets().values().forEach(Secret::close),
            in -> in.content(CredentialContent.class),
            in -> in.key().close(),
            in -> in.all(FrameReader::uuid),
            in -> in.optional(FrameReader::text),
            in -> in.secret().close());
    try (FrameReader in = new FrameReader(bytes.clone())) {
      readings.get(what).accept(in);
    } catch (Malformed e) {
      // What it is there for.
    }
  }
}

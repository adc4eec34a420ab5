package io.keyarbor.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyarbor.template.Flaws.Flaw;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the bytes of one template file into a template or the list of its faults, in bounded time
 * and memory whatever the bytes are. Safe for any thread.
 */
public final class TemplateParser {
  /** Largest template file, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 32;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(1 << 16)
                          .maxNameLength(1 << 10)
                          .maxNumberLength(100)
                          .maxTokenCount(200_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private SchemaCheck schema;

  /**
   * A template, or what is wrong with it.
   *
   * @param template empty if there are faults
   */
  public record Parsed(Optional<ServiceTemplate> template, List<TemplateFault> faults) {}

  /**
   * Reads a template of unknown origin.
   *
   * @param file its name in faults
   */
  public Parsed parse(String file, byte[] text) {
    return parse(file, text, true);
  }

  /** Reads a template of this project, which a test holds against the schema. */
  Parsed parseTrusted(String file, byte[] text) {
    return parse(file, text, false);
  }

  private Parsed parse(String file, byte[] text, boolean checked) {
    if (text.length > MAX_BYTES) {
      return refused(
          file, 0, "found a file of more than " + MAX_BYTES + " bytes, expected a smaller one");
    }
    try {
      String decoded = decoded(text);
      JsonNode root = json.readTree(decoded);
      Flaws flaws = new Flaws();
      if (checked) {
        schema().check(root, flaws);
      }
      Optional<ServiceTemplate> template =
          flaws.isEmpty() ? Optional.of(TemplateReader.read(root, flaws)) : Optional.empty();
      return flaws.isEmpty()
          ? new Parsed(template, List.of())
          : new Parsed(Optional.empty(), located(file, decoded, flaws));
    } catch (CharacterCodingException e) {
      return refused(file, 0, "found bytes that are no text in UTF-8");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      return refused(file, line, "found no well-formed JSON: " + reason(e));
    }
  }

  /** What the JSON reader says, without the names of its settings. */
  private static String reason(JacksonException fault) {
    return fault.getOriginalMessage().replaceAll(", from `[^`]*`", "");
  }

  /**
   * UTF-8 and nothing else: the JSON reader would guess at other encodings, and take characters
   * that are written in more bytes than they need.
   */
  private static String decoded(byte[] text) throws CharacterCodingException {
    String decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  /** Made at the first file that needs it: the bundled ones do not, and start-up is short. */
  private synchronized SchemaCheck schema() {
    if (schema == null) {
      schema = new SchemaCheck();
    }
    return schema;
  }

  private List<TemplateFault> located(String file, String text, Flaws flaws) {
    LineIndex lines = new LineIndex(json, text, flaws.all().stream().map(Flaw::pointer).toList());
    return flaws.all().stream()
        .map((Flaw f) -> new TemplateFault(file, lines.line(f.pointer()), f.pointer(), f.message()))
        .toList();
  }

  private static Parsed refused(String file, int line, String message) {
    return new Parsed(Optional.empty(), List.of(new TemplateFault(file, line, "", message)));
  }
}

package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.environment.EnvText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A tool's file as a tree of names, whatever its format. The library's trees hold texts that the
 * garbage collector clears away in its own time; they are kept no longer than one file is looked
 * at.
 */
final class ConfigTree {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(64).build();

  private final ObjectMapper json =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();
  private final ObjectMapper yaml = YAMLMapper.builder().build();
  private final ObjectMapper toml = TomlMapper.builder().build();

  /**
   * Reads {@code bytes}, which stay the caller's.
   *
   * @param format as templates name it
   * @param file for messages, and for what lies beside it
   * @param told what is not taken, and why
   * @throws TransferException if they are not of that format
   */
  JsonNode read(String format, Path file, byte[] bytes, List<Skipped> told)
      throws TransferException {
    try {
      return switch (format) {
        case "json" -> json.readTree(bytes);
        case "yaml" -> yaml.readTree(bytes);
        case "toml" -> toml.readTree(bytes);
        case "ini" -> IniText.read(bytes);
        case "env" -> variables(bytes);
        case "netrc" -> NetrcText.read(bytes);
        case "docker" -> DockerConfig.decoded(json.readTree(bytes), file, told);
        case "kubeconfig" -> new KubeContexts(json, file, told).of(yaml.readTree(bytes));
        default -> StringNode.valueOf(text(bytes));
      };
    } catch (JacksonException e) {
      // Its words quote the text.
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr() + ",";
      throw new TransferException(file + line + " is no " + format + ". It was left alone.");
    } catch (StackOverflowError | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new TransferException(file + " is no " + format + ". It was left alone.");
    }
  }

  /** A file of one line is that line; of more, all of it, as a key has it. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.strip().lines().count() <= 1 ? text.strip() : text;
  }

  private JsonNode variables(byte[] bytes) {
    var tree = json.createObjectNode();
    try (EnvText env = EnvText.dotenv(bytes)) {
      env.assignments().stream()
          .filter(EnvText.Assignment::literal)
          .forEach(a -> tree.put(a.name(), text(a.value())));
    }
    return tree;
  }

  private static String text(Secret value) {
    return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}

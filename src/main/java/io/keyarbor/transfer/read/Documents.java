package io.keyarbor.transfer.read;

import io.keyarbor.transfer.TransferException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * JSON and YAML, read with bounds into {@link Node}s. The library's buffers are not kept for later
 * documents; of YAML it makes short-lived strings.
 */
public enum Documents {
  JSON("JSON") {
    @Override
    TokenStreamFactory factory() {
      return JsonFactory.builder()
          .streamReadConstraints(BOUNDS)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();
    }

    @Override
    public TokenStreamFactory writing() {
      return JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
    }
  },
  YAML("YAML") {
    @Override
    TokenStreamFactory factory() {
      return YAMLFactory.builder()
          .streamReadConstraints(BOUNDS)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .loadSettings(LoadSettings.builder().setCodePointLimit(FileBytes.MOST).build())
          .build();
    }

    @Override
    public TokenStreamFactory writing() {
      return YAMLFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.ALLOW_LONG_KEYS)
          .build();
    }
  };

  private static final int MOST_DEPTH = 64;
  private static final int MOST_TEXT = FileBytes.MOST;
  private static final int MOST_NAME = 4096;
  private static final long MOST_TOKENS = 8_000_000;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MOST_DEPTH)
          .maxStringLength(MOST_TEXT)
          .maxNameLength(MOST_NAME)
          .maxNumberLength(1000)
          .maxTokenCount(MOST_TOKENS)
          .build();

  private final String title;

  Documents(String title) {
    this.title = title;
  }

  abstract TokenStreamFactory factory();

  /** What writes such documents, for one of them; it closes no stream and keeps no buffer. */
  public abstract TokenStreamFactory writing();

  /**
   * Reads a document.
   *
   * @param name of the file, for messages
   * @param bytes stay the caller's
   * @return for the caller to close
   * @throws TransferException if it is none, or beyond the bounds; tells line and column
   */
  public Node read(String name, byte[] bytes) throws TransferException {
    Deque<Node> open = new ArrayDeque<>();
    Node root = Node.list();
    open.push(root);
    try (JsonParser parser = factory().createParser(ObjectReadContext.empty(), bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        accept(parser, token, open);
      }
      if (root.items().size() != 1) {
        throw new TransferException(name + " holds no " + title + ", or more than one document.");
      }
      return root.items().getFirst();
    } catch (JacksonException e) {
      root.close();
      throw new TransferException(fault(name, e));
    } catch (TransferException e) {
      root.close();
      throw e;
    } catch (RuntimeException e) {
      // Some malformed YAML ends in one. Its words may quote the text.
      root.close();
      throw new TransferException(name + " is no " + title + " that can be read. Check the file.");
    }
  }

  private String fault(String name, JacksonException e) {
    var where = e.getLocation();
    String place =
        where == null || where.getLineNr() < 0
            ? ""
            : ", line " + where.getLineNr() + ", column " + where.getColumnNr();
    // The library's words quote the text.
    return name
        + place
        + ": this is no "
        + title
        + ", or it is cut off, nested too deep or too large. Nothing was taken from it; check the file.";
  }

  private static void accept(JsonParser parser, JsonToken token, Deque<Node> open)
      throws TransferException {
    switch (token) {
      case START_OBJECT -> open.push(attach(parser, open, Node.object()));
      case START_ARRAY -> open.push(attach(parser, open, Node.list()));
      case END_OBJECT, END_ARRAY -> open.pop();
      case VALUE_NULL -> attach(parser, open, Node.absent());
      case PROPERTY_NAME -> {}
      default -> {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw new TransferException(
              "The file refers from one place to another (*alias) in line "
                  + parser.currentLocation().getLineNr()
                  + ". Write the value itself there.");
        }
        attach(parser, open, Node.scalar(chars(parser)));
      }
    }
  }

  private static Node attach(JsonParser parser, Deque<Node> open, Node value) {
    Node parent = open.peek();
    String name = parser.currentToken().isStructStart() ? parentName(parser) : parser.currentName();
    if (parent.isList()) {
      parent.add(value);
    } else {
      parent.put(name, value);
    }
    return value;
  }

  /** At the start of an object the parser already stands within it. */
  private static String parentName(JsonParser parser) {
    String name = parser.streamReadContext().getParent().currentName();
    return name == null ? "" : name;
  }

  /** A copy of the token's text, whose place in the library's buffer is wiped. */
  private static char[] chars(JsonParser parser) {
    char[] buffer = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int to = from + parser.getStringLength();
    char[] chars = Arrays.copyOfRange(buffer, from, to);
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      Arrays.fill(buffer, from, to, '\0');
    }
    return chars;
  }
}

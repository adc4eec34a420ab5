package io.keyarbor.ui.window;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Remembers a placement for each arrangement of screens, the last used ones first. To lose it costs
 * comfort only: what cannot be read or written is as if it were not there. Safe for any thread.
 */
public final class PlacementFile {
  private static final int LARGEST = 16 << 10;
  private static final int MOST = 8;

  private final Path file;

  /** In {@code file}. */
  public PlacementFile(Path file) {
    this.file = file;
  }

  /** What was remembered for that arrangement. */
  public synchronized Optional<Placement> find(String arrangement) {
    return Optional.ofNullable(read().get(arrangement));
  }

  /** Remembers {@code placement} for that arrangement. */
  public synchronized void remember(String arrangement, Placement placement) {
    Map<String, Placement> all = new LinkedHashMap<>();
    all.put(arrangement, placement);
    read()
        .forEach((other, place) -> {
          if (all.size() < MOST) {
            all.putIfAbsent(other, place);
          }
        });
    try {
      PrivateFile.write(file, json(all));
    } catch (IOException e) {
      // The next window opens where it did before.
    }
  }

  private Map<String, Placement> read() {
    try (InputStream in = Files.newInputStream(file)) {
      return parsed(in.readNBytes(LARGEST));
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }

  private static Map<String, Placement> parsed(byte[] json) {
    Map<String, Placement> all = new LinkedHashMap<>();
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      expect(in.nextToken(), JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String arrangement = in.currentName();
        expect(in.nextToken(), JsonToken.START_ARRAY);
        double[] numbers = new double[4];
        for (int i = 0; i < numbers.length; i++) {
          in.nextToken();
          numbers[i] = in.getDoubleValue();
        }
        boolean maximized = in.nextToken() == JsonToken.VALUE_TRUE;
        expect(in.nextToken(), JsonToken.END_ARRAY);
        all.put(
            arrangement, new Placement(numbers[0], numbers[1], numbers[2], numbers[3], maximized));
      }
    }
    return all;
  }

  private static void expect(JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw new IllegalArgumentException("not what was written");
    }
  }

  private static byte[] json(Map<String, Placement> all) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      all.forEach((arrangement, place) -> {
        out.writeName(arrangement);
        out.writeStartArray();
        out.writeNumber(place.x());
        out.writeNumber(place.y());
        out.writeNumber(place.width());
        out.writeNumber(place.height());
        out.writeBoolean(place.maximized());
        out.writeEndArray();
      });
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}

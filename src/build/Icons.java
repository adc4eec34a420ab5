import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The icon in the formats of Windows and macOS: both are boxes around PNG files. */
final class Icons {
  private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);

  /** Names that macOS gives the sizes. */
  private static final Map<Integer, String> ICNS_TYPES =
      new TreeMap<>(
          Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

  private Icons() {}

  private static byte[] png(int size) throws IOException {
    return Files.readAllBytes(Path.of("icons/keyarbor-" + size + ".png"));
  }

  static void ico(Path file) throws IOException {
    int offset = 6 + 16 * ICO_SIZES.size();
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
    for (int size : ICO_SIZES) {
      byte[] png = png(size);
      // 256 is written as 0; one plane, 32 bits.
      head.put((byte) size).put((byte) size).putShort((short) 0);
      head.putShort((short) 1).putShort((short) 32);
      head.putInt(png.length).putInt(offset + images.size());
      images.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.array());
    all.write(images.toByteArray());
    Files.write(file, all.toByteArray());
  }

  static void icns(Path file) throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(images);
    for (Map.Entry<Integer, String> type : ICNS_TYPES.entrySet()) {
      byte[] png = png(type.getKey());
      out.write(type.getValue().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(png.length + 8);
      out.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(all);
    head.write("icns".getBytes(StandardCharsets.US_ASCII));
    head.writeInt(images.size() + 8);
    images.writeTo(all);
    Files.write(file, all.toByteArray());
  }
}

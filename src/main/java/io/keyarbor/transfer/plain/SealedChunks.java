package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Envelope;
import io.keyarbor.crypto.Secret;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/**
 * A long text in sealed pieces, each bound to the header, to its number and to whether it is the
 * last, so that none can be changed, moved, left out or cut off. A piece is its length in four
 * bytes and its envelope.
 */
final class SealedChunks {
  /** Bytes of text in a piece. */
  static final int CHUNK = 1 << 20;

  private static final int MOST_SEALED = CHUNK + 1024;
  private static final byte[] PURPOSE = "keyarbor bundle text".getBytes(StandardCharsets.US_ASCII);

  private final Envelope envelope = new Envelope();
  private final Secret key;
  private final byte[] header;

  SealedChunks(Secret key, byte[] header) {
    this.key = key;
    this.header = header;
  }

  void write(byte[] text, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    int number = 0;
    int from = 0;
    do {
      int to = Math.min(text.length, from + CHUNK);
      byte[] piece = Arrays.copyOfRange(text, from, to);
      byte[] sealed = envelope.sealFor(PURPOSE, key, place(number++, to == text.length), piece);
      Arrays.fill(piece, (byte) 0);
      data.writeInt(sealed.length);
      data.write(sealed);
      from = to;
    } while (from < text.length);
    data.flush();
  }

  /** Reads all pieces into {@code out}. */
  void read(DataInputStream in, OutputStream out) throws IOException, AEADBadTagException {
    boolean last = false;
    for (int number = 0; !last; number++) {
      int length = in.readInt();
      if (length < 0 || length > MOST_SEALED) {
        throw new AEADBadTagException("no piece is so long");
      }
      byte[] sealed = in.readNBytes(length);
      if (sealed.length < length) {
        throw new EOFException();
      }
      last = in.available() == 0;
      byte[] piece = envelope.openFor(PURPOSE, key, place(number, last), sealed);
      out.write(piece);
      Arrays.fill(piece, (byte) 0);
    }
  }

  private byte[] place(int number, boolean last) {
    return ByteBuffer.allocate(header.length + 5)
        .put(header)
        .putInt(number)
        .put((byte) (last ? 1 : 0))
        .array();
  }
}

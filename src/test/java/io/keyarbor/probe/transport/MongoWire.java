package io.keyarbor.probe.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * MongoDB's wire protocol as its manual has it: {@code OP_MSG}, and {@code OP_QUERY} with {@code
 * OP_REPLY} for the first greeting.
 */
final class MongoWire {
  private static final int HEADER = 16;
  private static final int OP_REPLY = 1;
  private static final int OP_QUERY = 2004;
  private static final int OP_MSG = 2013;

  private final Socket socket;
  private final InputStream in;
  private int request;
  private int operation;

  MongoWire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** The next command, or null at the end. */
  BsonDocument read() throws IOException {
    byte[] head = in.readNBytes(HEADER);
    if (head.length < HEADER) {
      return null;
    }
    ByteBuffer header = little(head);
    int length = header.getInt();
    request = header.getInt();
    header.getInt();
    operation = header.getInt();
    byte[] body = new byte[length - HEADER];
    new DataInputStream(in).readFully(body);
    return document(body, operation == OP_QUERY ? afterName(body) : Integer.BYTES + 1);
  }

  /** After the flags and the collection's name there are two numbers. */
  private static int afterName(byte[] body) {
    int at = Integer.BYTES;
    while (body[at] != 0) {
      at++;
    }
    return at + 1 + 2 * Integer.BYTES;
  }

  private static BsonDocument document(byte[] body, int from) {
    ByteBuffer bytes = little(body).position(from).slice().order(ByteOrder.LITTLE_ENDIAN);
    try (BsonBinaryReader reader = new BsonBinaryReader(bytes)) {
      return new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
    }
  }

  /** Answers that command. */
  void write(BsonDocument answer) throws IOException {
    BasicOutputBuffer encoded = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(encoded)) {
      new BsonDocumentCodec().encode(writer, answer, EncoderContext.builder().build());
    }
    byte[] document = encoded.toByteArray();
    boolean old = operation == OP_QUERY;
    int fixed = old ? 20 : Integer.BYTES + 1;
    byte[] message = new byte[HEADER + fixed + document.length];
    ByteBuffer out = little(message);
    out.putInt(out.capacity()).putInt(1).putInt(request).putInt(old ? OP_REPLY : OP_MSG);
    out.putInt(old ? 8 : 0);
    if (old) {
      out.putLong(0).putInt(0).putInt(1);
    } else {
      out.put((byte) 0);
    }
    out.put(document);
    socket.getOutputStream().write(message);
    socket.getOutputStream().flush();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

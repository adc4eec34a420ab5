package io.keyarbor.probe.transport.mongodb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A name server on the loopback that knows a few records (RFC 1035, RFC 2782). */
final class DnsServer implements AutoCloseable {
  private static final int TXT = 16;
  private static final int SRV = 33;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, List<String>> records;

  private DnsServer(DatagramSocket socket, Map<String, List<String>> records) {
    this.socket = socket;
    this.records = records;
  }

  /** One that knows those: by name, {@code port host} of services and texts of others. */
  static DnsServer start(Map<String, List<String>> records) throws IOException {
    DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    DnsServer server = new DnsServer(socket, records);
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    try {
      for (; ; ) {
        DatagramPacket asked = new DatagramPacket(new byte[512], 512);
        socket.receive(asked);
        byte[] answer = answer(ByteBuffer.wrap(asked.getData(), 0, asked.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private byte[] answer(ByteBuffer asked) {
    short id = asked.getShort();
    asked.position(12);
    StringBuilder name = new StringBuilder();
    for (int length = asked.get(); length > 0; length = asked.get()) {
      byte[] label = new byte[length];
      asked.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = asked.getShort();
    String known = name.toString().toLowerCase(Locale.ROOT);
    boolean fits = known.startsWith("_") == (type == SRV);
    List<String> found = fits ? records.getOrDefault(known, List.of()) : List.of();
    ByteBuffer answer = ByteBuffer.allocate(512);
    answer.putShort(id);
    answer.putShort((short) (0x8180 | (records.containsKey(known) ? 0 : NO_SUCH_NAME)));
    answer.putShort((short) 1).putShort((short) found.size()).putInt(0);
    answer.put(labels(known)).putShort((short) type).putShort((short) 1);
    for (String record : found) {
      byte[] data = type == TXT ? text(record) : service(record);
      answer.put(labels(known)).putShort((short) type).putShort((short) 1).putInt(60);
      answer.putShort((short) data.length).put(data);
    }
    byte[] whole = new byte[answer.flip().remaining()];
    answer.get(whole);
    return whole;
  }

  private static byte[] text(String text) {
    return counted(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] service(String record) {
    int space = record.indexOf(' ');
    byte[] host = labels(record.substring(space + 1));
    return ByteBuffer.allocate(6 + host.length)
        .putInt(0)
        .putShort(Short.parseShort(record.substring(0, space)))
        .put(host)
        .array();
  }

  private static byte[] labels(String name) {
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      labels.writeBytes(text(label));
    }
    labels.write(0);
    return labels.toByteArray();
  }

  private static byte[] counted(byte[] bytes) {
    return ByteBuffer.allocate(1 + bytes.length).put((byte) bytes.length).put(bytes).array();
  }

  @Override
  public void close() {
    socket.close();
  }
}

package io.keyarbor.probe.wire;

import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads answers of HTTP/1.1 (RFC 9112) from a connection, within bounds. For one thread. */
public final class HttpReader {
  private static final int MOST_HEAD = 1 << 16;
  private static final int MOST_INTERIM = 10;

  private final InputStream in;
  private final int most;
  private int head;
  private boolean lasts;

  /** Reads bodies of at most that many bytes. */
  public HttpReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** Whether another answer may come on this connection after the last one. */
  public boolean lasts() {
    return lasts;
  }

  /** The next answer, which is one to {@code call}. */
  public Answer read(Call call) throws IOException {
    for (int interim = 0; interim <= MOST_INTERIM; interim++) {
      head = 0;
      int status = status(line());
      HttpHeaders headers = headers();
      if (status >= 200) {
        byte[] body = body(call.method().equals("HEAD"), status, headers);
        lasts &= !"close".equalsIgnoreCase(headers.firstValue("Connection").orElse(""));
        return Answer.received(call, status, headers, body);
      }
    }
    throw new ProtocolException("no end of interim answers");
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.\\d [1-5]\\d\\d( .*)?")) {
      throw new ProtocolException("not HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private HttpHeaders headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("not a header");
      }
      headers
          .computeIfAbsent(line.substring(0, colon).strip(), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  /** The body; null if it is larger than what is read. */
  private byte[] body(boolean isHead, int status, HttpHeaders headers) throws IOException {
    lasts = true;
    if (isHead || status == 204 || status == 304) {
      return new byte[0];
    }
    String coding = headers.firstValue("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (coding.equals("chunked")) {
      return chunks();
    }
    if (!coding.isEmpty()) {
      throw new ProtocolException("unknown coding");
    }
    List<String> lengths = headers.allValues("Content-Length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      lasts = false;
      byte[] all = in.readNBytes(most + 1);
      return all.length > most ? null : all;
    }
    if (lengths.size() > 1 || !lengths.getFirst().matches("\\d{1,18}")) {
      throw new ProtocolException("no length");
    }
    long length = Long.parseLong(lengths.getFirst());
    return length > most ? null : exactly((int) length);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(line()); size > 0; size = size(line())) {
      if (size > most - body.size()) {
        return null;
      }
      body.writeBytes(exactly(size));
      if (!line().isEmpty()) {
        throw new ProtocolException("no end of chunk");
      }
    }
    headers();
    return body.toByteArray();
  }

  private int size(String line) throws ProtocolException {
    // However small the chunks are, their sizes are not counted as a head that grows.
    head = 0;
    String digits = line.split(";", 2)[0].strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw new ProtocolException("no size of chunk");
    }
    return Integer.parseInt(digits, 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("hung up");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("hung up");
      }
      if (++head > MOST_HEAD) {
        throw new ProtocolException("too long a head");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}

package io.keyarbor.probe.transport.redis;

import io.keyarbor.probe.transport.line.TextLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The Redis serialization protocol, version 2, as far as a login needs it: commands go as arrays of
 * texts, answers come as one text each.
 */
final class Resp {
  private static final int LONGEST = 256 * 1024;

  private final InputStream in;
  private final OutputStream out;

  /**
   * An answer.
   *
   * @param text for an error, what follows the dash
   */
  record Said(boolean isError, String text) {
    /** The first word of an error; empty otherwise. */
    String error() {
      return isError ? text.split(" ", 2)[0] : "";
    }
  }

  Resp(Socket connection) throws IOException {
    in = new BufferedInputStream(connection.getInputStream());
    out = connection.getOutputStream();
  }

  /** Sends one command and reads its answer. */
  Said ask(String... command) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(ascii("*" + command.length + "\r\n"));
    for (String part : command) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      whole.writeBytes(ascii("$" + bytes.length + "\r\n"));
      whole.writeBytes(bytes);
      whole.writeBytes(ascii("\r\n"));
    }
    out.write(whole.toByteArray());
    out.flush();
    return answer();
  }

  private Said answer() throws IOException {
    String line = line();
    String rest = line.isEmpty() ? "" : line.substring(1);
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+', ':' -> new Said(false, rest);
      case '-' -> new Said(true, rest);
      case '$' -> new Said(false, bulk(rest));
      default -> throw new ProtocolException("no answer of Redis");
    };
  }

  private String bulk(String length) throws IOException {
    if (length.equals("-1")) {
      return "";
    }
    int bytes = length.matches("\\d{1,6}") ? Integer.parseInt(length) : LONGEST + 1;
    if (bytes > LONGEST) {
      throw new ProtocolException("a length that is none");
    }
    byte[] text = new byte[bytes];
    new DataInputStream(in).readFully(text);
    if (!line().isEmpty()) {
      throw new ProtocolException("a text without its end");
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    return TextLine.read(in, LONGEST);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

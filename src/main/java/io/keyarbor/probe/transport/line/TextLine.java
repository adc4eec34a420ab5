package io.keyarbor.probe.transport.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Lines of protocols that are made of text. */
public final class TextLine {
  private TextLine() {}

  /**
   * Reads one line, byte by byte, so that nothing behind it is taken.
   *
   * @param longest most bytes that it may have
   * @return the line without its end
   * @throws ProtocolException if it is longer, or has no end
   * @throws IOException if the connection fails
   */
  public static String read(InputStream in, int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > longest) {
        throw new ProtocolException("a line without its end");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}

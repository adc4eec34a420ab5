package io.keyarbor.probe.transport.smtp;

import io.keyarbor.probe.transport.line.TextLine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands and replies of SMTP (RFC 5321, section 4.2), over one connection. */
final class SmtpLine {
  private static final int LONGEST = 4096;
  private static final int MOST_LINES = 100;
  private static final Pattern REPLY = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?");

  private final InputStream in;
  private final OutputStream out;

  /**
   * A reply.
   *
   * @param lines its text without the codes, at least one
   */
  record Said(String code, List<String> lines) {
    boolean is(String expected) {
      return code.equals(expected);
    }
  }

  SmtpLine(Socket connection) throws IOException {
    in = new BufferedInputStream(connection.getInputStream());
    out = connection.getOutputStream();
  }

  /** Sends a line and reads the reply. */
  Said ask(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return read();
  }

  /** Reads a reply. */
  Said read() throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < MOST_LINES) {
      Matcher line = REPLY.matcher(line());
      if (!line.matches()) {
        throw new ProtocolException("no reply of SMTP");
      }
      lines.add(line.group(3) == null ? "" : line.group(3));
      if (!"-".equals(line.group(2))) {
        return new Said(line.group(1), List.copyOf(lines));
      }
    }
    throw new ProtocolException("a reply without its end");
  }

  private String line() throws IOException {
    return TextLine.read(in, LONGEST);
  }
}

package io.keyarbor.probe.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.crypto.digests.MD4Digest;

/**
 * A TLS server that lets in one account by NTLM version 2 (MS-NLMP), as Windows does: it checks the
 * proof, that it belongs to this connection's certificate, and that it comes on the connection of
 * its challenge.
 */
final class NtlmServer implements AutoCloseable {
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?im)^Authorization: (\\w+) (\\S+)$");
  private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: (\\d+)$");
  private static final byte[] NONCE = {1, 35, 69, 103, -119, -85, -51, -17};

  private final SSLServerSocket listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Certificates own;
  private final String scheme;
  private final boolean stamped;
  private final AtomicInteger proofs = new AtomicInteger();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

  /** Offers NTLM under that name; {@code stamped} if it tells the time in its challenge. */
  NtlmServer(Certificates own, String scheme, boolean stamped) throws Exception {
    this.own = own;
    this.scheme = scheme;
    this.stamped = stamped;
    listener =
        (SSLServerSocket)
            own.server(null)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private void accept() {
    try {
      for (; ; ) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      boolean challenged = false;
      for (; ; ) {
        String head = head(socket.getInputStream());
        Matcher length = LENGTH.matcher(head);
        String body =
            length.find()
                ? new String(
                    socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))),
                    StandardCharsets.UTF_8)
                : "";
        Matcher given = AUTHORIZATION.matcher(head);
        byte[] message =
            given.find() && given.group(1).equals(scheme)
                ? Base64.getDecoder().decode(given.group(2))
                : new byte[0];
        if (message.length > 8 && message[8] == 1) {
          challenged = true;
          answer(socket, 401, scheme + " " + Base64.getEncoder().encodeToString(challenge()));
        } else if (message.length > 8 && message[8] == 3) {
          proofs.incrementAndGet();
          boolean right = challenged && proves(message);
          challenged = false;
          bodies.add(body);
          answer(socket, right ? 200 : 401, right ? "" : scheme);
        } else {
          answer(socket, 401, scheme);
        }
      }
    } catch (IOException e) {
      // The other side went.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException();
      }
      head.write(c);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void answer(Socket socket, int status, String challenge) throws IOException {
    String header = challenge.isEmpty() ? "" : "WWW-Authenticate: " + challenge + "\r\n";
    String text = "HTTP/1.1 " + status + " Demo\r\n" + header + "Content-Length: 2\r\n\r\nok";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private byte[] challenge() {
    byte[] target = utf16("DEMO");
    ByteBuffer pairs = little(200);
    pairs.putShort((short) 2).putShort((short) target.length).put(target);
    if (stamped) {
      pairs.putShort((short) 7).putShort((short) 8).putLong(133_000_000_000_000_000L);
    }
    pairs.putInt(0);
    int length = pairs.position();
    return little(48 + target.length + length)
        .put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
        .putInt(2)
        .putShort((short) target.length)
        .putShort((short) target.length)
        .putInt(48)
        .putInt(0xA2898205)
        .put(NONCE)
        .putLong(0)
        .putShort((short) length)
        .putShort((short) length)
        .putInt(48 + target.length)
        .put(target)
        .put(pairs.flip())
        .array();
  }

  private boolean proves(byte[] message) throws GeneralSecurityException {
    ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    byte[] response = field(buffer, 20);
    String domain = new String(field(buffer, 28), StandardCharsets.UTF_16LE);
    String user = new String(field(buffer, 36), StandardCharsets.UTF_16LE);
    byte[] password = utf16("demo-pässword-0000");
    byte[] hash = new byte[16];
    MD4Digest md4 = new MD4Digest();
    md4.update(password, 0, password.length);
    md4.doFinal(hash, 0);
    byte[] key = hmac(hash, utf16("ADA" + domain));
    byte[] about = Arrays.copyOfRange(response, 16, response.length);
    byte[] proof = hmac(key, ByteBuffer.allocate(8 + about.length).put(NONCE).put(about).array());
    return user.equals("ada")
        && domain.equals("HOME")
        && Arrays.equals(proof, Arrays.copyOf(response, 16))
        && Arrays.equals(binding(), pair(about, 10));
  }

  private static byte[] field(ByteBuffer message, int at) {
    byte[] bytes = new byte[message.getShort(at)];
    message.get(message.getInt(at + 4), bytes);
    return bytes;
  }

  private static byte[] pair(byte[] about, int wanted) {
    ByteBuffer pairs = ByteBuffer.wrap(about).order(ByteOrder.LITTLE_ENDIAN).position(28);
    for (; ; ) {
      int id = pairs.getShort();
      byte[] value = new byte[pairs.getShort()];
      if (id == 0) {
        return new byte[0];
      }
      pairs.get(value);
      if (id == wanted) {
        return value;
      }
    }
  }

  private byte[] binding() throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(own.certificate().getEncoded());
    byte[] name = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.getInstance("MD5")
        .digest(
            little(20 + name.length + hash.length)
                .putLong(0)
                .putLong(0)
                .putInt(name.length + hash.length)
                .put(name)
                .put(hash)
                .array());
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacMD5");
    mac.init(new SecretKeySpec(key, "HmacMD5"));
    return mac.doFinal(text);
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  String url() {
    return "https://127.0.0.1:" + listener.getLocalPort();
  }

  /** How often a password was tried. */
  int proofs() {
    return proofs.get();
  }

  /** What came with the proofs. */
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}

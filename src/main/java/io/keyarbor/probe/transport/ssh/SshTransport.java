package io.keyarbor.probe.transport.ssh;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Logs in over SSH (RFC 4252) with exactly what it is given, opens no channel and runs nothing. To
 * a server whose key was not confirmed it shows nothing.
 */
public final class SshTransport implements Transport {
  private static final int PORT = 22;

  @Override
  public Reply talk(Login login) throws InterruptedException {
    if (login.get("username").isEmpty()) {
      throw new BadInput("There is no user to log in as. Fill it in.");
    }
    if (login.get("password").isEmpty() == login.get("private_key").isEmpty()) {
      throw new BadInput("Give either a password or a private key.");
    }
    Optional<SshIdentity> identity =
        login.get("private_key").isEmpty()
            ? Optional.empty()
            : Optional.of(SshIdentity.read(login));
    return Conversation.hold(
        login, Address.of(login, PORT), Tls.OFF, line -> logIn(line, login, identity));
  }

  private static Reply logIn(Line line, Login login, Optional<SshIdentity> identity)
      throws IOException {
    SshWitness witness = new SshWitness();
    try (SshClient client = SshClients.make(witness, identity, login.get("password"))) {
      client.setServerKeyVerifier((session, address, key) -> knows(login.trust(), key));
      client.start();
      line.connected(() -> client.close(true));
      ClientSession session = connect(client, line, login.get("username"));
      String code = authenticate(session, witness);
      Body body = new Body().with("banner", session.getServerVersion());
      identity.ifPresent(i -> i.describe(body));
      return Reply.answered(code, body.json());
    }
  }

  private static ClientSession connect(SshClient client, Line line, String user)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(line.addresses()[0], line.port());
    try {
      return client.connect(user, address, null, null).verify(line.patience()).getClientSession();
    } catch (IOException e) {
      throw SshClients.isTimeout(e) ? line.failed("connect_timeout", e) : e;
    }
  }

  private static String authenticate(ClientSession session, SshWitness witness) throws IOException {
    try {
      session.auth().verify();
      return witness.successCode();
    } catch (IOException e) {
      boolean noMethodLeft =
          e instanceof SshException said
              && said.getDisconnectCode()
                  == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
      String code = witness.failureCode(noMethodLeft);
      if (code.isEmpty()) {
        throw e;
      }
      return code;
    }
  }

  private static boolean knows(ServerTrust trust, PublicKey shown) {
    PublicKey key = shown instanceof OpenSshCertificate c ? c.getCertPubKey() : shown;
    ByteArrayBuffer blob = new ByteArrayBuffer();
    blob.putRawPublicKey(key);
    return trust.accepts(
        blob.getCompactData(),
        "SSH host key " + KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key));
  }
}

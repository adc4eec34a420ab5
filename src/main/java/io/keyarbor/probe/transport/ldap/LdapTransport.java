package io.keyarbor.probe.transport.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binds to a directory with a name and a password, asks "Who am I?" (RFC 4532), and unbinds. A bind
 * without a password succeeds everywhere and proves nothing (RFC 4513, section 5.1.2), so it is
 * never made.
 */
public final class LdapTransport implements Transport {
  private static final int PORT = 389;
  private static final int TLS_PORT = 636;
  private static final int LARGEST = 1 << 18;

  /** How Active Directory tells what is wrong, as a number in base 16. */
  private static final Pattern ACTIVE_DIRECTORY =
      Pattern.compile("AcceptSecurityContext error, data ([0-9a-fA-F]{1,8}),");

  @Override
  public Reply talk(Login login) throws InterruptedException {
    if (login.get("bind_dn").isEmpty() || login.get("password").isEmpty()) {
      throw new BadInput(
          "The name or the password is empty. A directory would let anyone in with that, so "
              + "nothing was sent. Fill them in.");
    }
    Tls tls = Tls.of(login, Tls.ON, Tls.STARTTLS, Tls.OFF);
    return Conversation.hold(
        login, Address.of(login, tls == Tls.ON ? TLS_PORT : PORT), tls, line -> bind(line, login));
  }

  private static Reply bind(Line line, Login login) throws LDAPException, IOException {
    try (LDAPConnection connection =
        new LDAPConnection(new LineSocket(line), options(), "127.0.0.1", PORT)) {
      if (line.tls() == Tls.STARTTLS) {
        startTls(connection, line);
      }
      connection.bind(new SimpleBindRequest(login.get("bind_dn"), login.get("password")));
      return Reply.answered("0", whoAmI(connection));
    } catch (LDAPException e) {
      if (e.getResultCode().isClientSideResultCode()) {
        throw e;
      }
      return Reply.answered(code(e), "");
    }
  }

  private static LDAPConnectionOptions options() {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    // No thread of its own; whoever waits too long is ended from outside.
    options.setUseSynchronousMode(true);
    options.setMaxMessageSize(LARGEST);
    options.setFollowReferrals(false);
    options.setUseSchema(false);
    return options;
  }

  /** A refusal may come from anyone, so it is no code. */
  private static void startTls(LDAPConnection connection, Line line) throws IOException {
    try {
      ResultCode answer =
          connection
              .processExtendedOperation(new StartTLSExtendedRequest(new LineTls(line)))
              .getResultCode();
      if (answer.equals(ResultCode.SUCCESS) && line.isSecure()) {
        return;
      }
    } catch (LDAPException e) {
      // What went wrong in the handshake is remembered by the line.
    }
    throw line.withoutTls();
  }

  private static String whoAmI(LDAPConnection connection) {
    try {
      WhoAmIExtendedResult who =
          (WhoAmIExtendedResult) connection.processExtendedOperation(new WhoAmIExtendedRequest());
      return new Body().with("authorization", who.getAuthorizationID()).json();
    } catch (LDAPException e) {
      // Not every directory tells; the bind counts.
      return new Body().json();
    }
  }

  private static String code(LDAPException fault) {
    String code = Integer.toString(fault.getResultCode().intValue());
    Matcher own = ACTIVE_DIRECTORY.matcher(String.valueOf(fault.getDiagnosticMessage()));
    return own.find() ? code + "/" + own.group(1) : code;
  }
}

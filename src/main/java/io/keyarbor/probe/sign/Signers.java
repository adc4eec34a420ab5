package io.keyarbor.probe.sign;

import io.keyarbor.probe.http.Account;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Filters;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.template.ProbeSpec.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Has a request prove who sends it. With stand-ins for values it shows what it would send. */
public final class Signers {
  private final SigV4 sigV4;
  private final JwtRs256 jwtRs256;

  /** Signs at the time of {@code clock}. */
  public Signers(Clock clock) {
    sigV4 = new SigV4(clock);
    jwtRs256 = new JwtRs256(clock);
  }

  /**
   * Signs {@code call}, which must be complete.
   *
   * @throws BadInput if a parameter is missing or does not fit, or there is no such signer
   */
  public void sign(Call call, Signer signer, Renderer renderer) {
    Parameters with = new Parameters(signer.with(), renderer, call);
    switch (signer.type()) {
      case "bearer" -> call.header("Authorization", "Bearer " + with.get("token").text());
      case "basic" -> call.header("Authorization", "Basic " + basic(with));
      case "header" -> call.header(with.get("name").text(), with.get("value").text());
      case "query" -> call.addQuery(encoded(with.get("name")), encoded(with.get("value")));
      case "path" -> call.addPath(segments(with.get("value")));
      case "sigv4" -> sigV4.sign(call, with);
      case "jwt-rs256" -> jwtRs256.sign(call, with);
      case "ntlm" -> proveByNtlm(call, with);
      case "mtls" -> showCertificate(call, with);
      default -> throw new BadInput("The template asks for an unknown signer: " + signer.type());
    }
  }

  private static String basic(Parameters with) {
    Rendered user = with.get("username");
    Rendered password = with.get("password");
    if (user.standIn() || password.standIn()) {
      return Value.MASK;
    }
    if (user.text().contains(":")) {
      throw new BadInput("The user name holds a colon, which this way to log in cannot carry.");
    }
    byte[] both = (user.text() + ":" + password.text()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  private static String encoded(Rendered rendered) {
    return rendered.standIn() ? rendered.text() : Filters.url(rendered.text());
  }

  private static String segments(Rendered path) {
    return path.standIn()
        ? path.text()
        : Arrays.stream(path.text().split("/", -1))
            .map(Filters::segment)
            .collect(Collectors.joining("/"));
  }

  private static void proveByNtlm(Call call, Parameters with) {
    mustBeHttps(call, "NTLM");
    Rendered password = with.get("password");
    call.account(
        new Account(with.get("domain").text(), with.get("username").text(), password.text()));
    if (password.standIn()) {
      call.header("Authorization", "NTLM " + Value.MASK);
    }
  }

  private static void mustBeHttps(Call call, String way) {
    if (!call.url().regionMatches(true, 0, "https:", 0, 6)) {
      throw new BadInput(way + " works with an address that starts with https://.");
    }
  }

  /** Without both there is none to show, and the request goes as it is. */
  private static void showCertificate(Call call, Parameters with) {
    mustBeHttps(call, "A client certificate");
    Rendered certificate = with.get("certificate");
    Rendered key = with.get("key");
    boolean none = certificate.text().isEmpty() && key.text().isEmpty();
    if (!none && !certificate.standIn() && !key.standIn()) {
      call.identity(ClientIdentity.read(certificate.text(), key.text()));
    }
  }
}

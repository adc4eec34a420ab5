package io.keyarbor.probe.engine;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.sign.Signers;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Filters;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.Map;
import java.util.StringJoiner;

/** Puts requests together, to be sent or to be shown. */
record Calls(Signers signers) {
  /**
   * The request of {@code step}, signed.
   *
   * @throws BadInput if a value is missing or does not fit
   */
  Call make(Step step, Values values) {
    Renderer renderer = new Renderer(values);
    Rendered url = renderer.renderUrl(step.url());
    Call call = new Call(step.id(), step.method(), url.text());
    call.noteSecret(url.secret());
    for (Map.Entry<String, String> header : step.headers().entrySet()) {
      Rendered value = renderer.render(header.getValue());
      if (!value.lacksOptional()) {
        call.header(header.getKey(), value.text());
        call.noteSecret(value.secret());
      }
    }
    if (!step.form().isEmpty()) {
      call.body(form(call, step.form(), renderer));
      call.headerIfAbsent("Content-Type", "application/x-www-form-urlencoded");
    } else if (!step.body().isEmpty()) {
      Rendered body = renderer.render(step.body());
      call.body(body.text());
      call.noteSecret(body.secret());
      if (body.text().startsWith("{") || body.text().startsWith("[")) {
        call.headerIfAbsent("Content-Type", "application/json");
      }
    }
    call.headerIfAbsent("User-Agent", "Keyarbor");
    step.signer().ifPresent(signer -> signers.sign(call, signer, renderer));
    return call;
  }

  /** An optional field that is empty is left out, as a header is. */
  private static String form(Call call, Map<String, String> fields, Renderer renderer) {
    StringJoiner form = new StringJoiner("&");
    fields.forEach((name, text) -> {
      Rendered value = renderer.render(text);
      call.noteSecret(value.secret());
      if (!value.lacksOptional()) {
        form.add(
            Filters.url(name) + "=" + (value.standIn() ? value.text() : Filters.url(value.text())));
      }
    });
    return form.toString();
  }
}

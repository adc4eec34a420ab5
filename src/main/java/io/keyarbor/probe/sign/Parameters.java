package io.keyarbor.probe.sign;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import java.util.Map;

/** A signer's parameters, filled when asked for; what is secret makes the request secret. */
record Parameters(Map<String, String> texts, Renderer renderer, Call call) {
  /** The parameter of that name; empty text if the template gives none. */
  Rendered get(String name) {
    Rendered rendered = renderer.render(texts.getOrDefault(name, ""));
    call.noteSecret(rendered.secret());
    return rendered;
  }
}

package io.keyarbor.template;

import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.FieldSpec.Condition;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that set the environment variables of a service's tools: what a template says to put into a
 * variable is read out of it the other way round. The choice is that of the first field found.
 */
record EnvShape(ServiceTemplate template) implements Shape {
  @Override
  public List<Condition> choices() {
    return List.of();
  }

  @Override
  public Map<String, CharBuffer> read(PastedText text) {
    Map<String, CharBuffer> found = new LinkedHashMap<>();
    Map<String, CharBuffer> plain = new LinkedHashMap<>();
    for (EnvName env : template.env()) {
      CharBuffer value = text.variables().get(env.name());
      if (value != null && env.value() instanceof EnvValue.Text(String written)) {
        ReadBack.parts(written, value)
            .ifPresent(parts ->
                parts.forEach(
                    (field, part) -> (isSecret(field) ? found : plain).putIfAbsent(field, part)));
      }
    }
    plain.forEach(found::putIfAbsent);
    return found;
  }

  private boolean isSecret(String field) {
    return template.fields().stream().anyMatch(f -> f.name().equals(field) && f.secret());
  }
}

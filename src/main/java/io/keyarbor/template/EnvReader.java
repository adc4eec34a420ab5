package io.keyarbor.template;

import io.keyarbor.template.EnvName.EnvValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which variables a service's tools look at. */
record EnvReader(TextReader texts, List<FieldSpec> fields) {
  List<EnvName> read(Json env) {
    return env.entries().entrySet().stream().map(e -> name(e.getKey(), e.getValue())).toList();
  }

  /** A text for short, or an object that says more. */
  private EnvName name(String name, Json json) {
    if (!json.isObject()) {
      return new EnvName(name, new EnvValue.Text(texts.text(json)), Optional.empty());
    }
    return new EnvName(
        name, value(name, json), Conditions.when(json.at("when"), fields, texts.flaws()));
  }

  private EnvValue value(String name, Json json) {
    if (!json.at("folder").isAbsent()) {
      return new EnvValue.Folder(texts.texts(json.at("folder")));
    }
    return json.at("file").isAbsent()
        ? new EnvValue.Text(texts.text(json.at("value")))
        : new EnvValue.File(
            json.text("file_name", name.toLowerCase(Locale.ROOT)), texts.text(json.at("file")));
  }
}

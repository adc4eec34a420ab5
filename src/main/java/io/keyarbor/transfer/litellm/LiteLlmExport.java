package io.keyarbor.transfer.litellm;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.dotenv.EnvPlan;
import io.keyarbor.transfer.plain.PlainFormat;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.Services;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * A {@code config.yaml} for the LiteLLM proxy, with an entry for each credential of an AI service.
 * Usually it refers to environment variables, by the names that an export as {@code .env} of the
 * same credentials gives them, and holds no secret.
 */
public final class LiteLlmExport implements ExportFormat {
  private final Services services;
  private final boolean isWithValues;

  private LiteLlmExport(Services services, boolean isWithValues) {
    this.services = services;
    this.isWithValues = isWithValues;
  }

  /** With references in the place of secrets. */
  public static LiteLlmExport references(Services services) {
    return new LiteLlmExport(services, false);
  }

  /** With the secrets themselves. */
  public static LiteLlmExport values(Services services) {
    return new LiteLlmExport(services, true);
  }

  @Override
  public String name() {
    return isWithValues ? "litellm-values" : "litellm";
  }

  @Override
  public String title() {
    return isWithValues
        ? "LiteLLM configuration with secrets (YAML)"
        : "LiteLLM configuration with references (YAML)";
  }

  @Override
  public String extension() {
    return "yaml";
  }

  @Override
  public boolean isPlaintext() {
    return isWithValues;
  }

  @Override
  public boolean isSealed() {
    return false;
  }

  @Override
  public List<Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException, TransferException {
    Providers providers = Providers.read();
    List<Skipped> told = new ArrayList<>();
    List<Draft> taken = new ArrayList<>();
    for (Draft draft : drafts) {
      if (providers.of(draft.details().serviceType()).isPresent()) {
        taken.add(draft);
      } else {
        told.add(
            new Skipped(draft.details().name(), "It is of no service that LiteLLM is told of."));
      }
    }
    if (taken.isEmpty()) {
      throw new TransferException(
          "None of the credentials is of an AI service that LiteLLM knows. Choose others.");
    }
    out.write(heading().getBytes(StandardCharsets.UTF_8));
    try (EnvPlan plan = EnvPlan.of(services, drafts);
        JsonGenerator yaml =
            Documents.YAML.writing().createGenerator(ObjectWriteContext.empty(), out)) {
      yaml.writeStartObject();
      yaml.writeArrayPropertyStart("model_list");
      for (Draft draft : taken) {
        entry(yaml, draft, providers.of(draft.details().serviceType()).orElseThrow(), plan);
      }
      yaml.writeEndArray();
      yaml.writeEndObject();
    }
    return told;
  }

  private String heading() {
    return isWithValues
        ? "# " + PlainFormat.NOTICE + "\n"
        : """
        # Holds no secret: os.environ/NAME is read from the environment of the proxy.
        # Start it so: keyarbor run --profile NAME -- litellm --config FILE
        """;
  }

  private void entry(JsonGenerator yaml, Draft draft, Providers.Provider provider, EnvPlan plan) {
    Map<String, String> fields = draft.details().fields();
    String chosen = fields.getOrDefault(provider.modelField(), "");
    // A star passes on whatever model is asked for.
    String model = provider.prefix() + "/" + (chosen.isEmpty() ? "*" : chosen);
    yaml.writeStartObject();
    yaml.writeStringProperty("model_name", chosen.isEmpty() ? model : chosen);
    yaml.writeObjectPropertyStart("litellm_params");
    yaml.writeStringProperty("model", model);
    provider
        .params()
        .forEach((param, names) ->
            names.stream()
                .filter(
                    f -> draft.secrets().containsKey(f) || !fields.getOrDefault(f, "").isEmpty())
                .findFirst()
                .ifPresent(field -> param(yaml, param, field, draft, plan)));
    yaml.writeEndObject();
    yaml.writeObjectPropertyStart("model_info");
    yaml.writeStringProperty("id", draft.details().name());
    yaml.writeEndObject();
    yaml.writeEndObject();
  }

  private void param(JsonGenerator yaml, String param, String field, Draft draft, EnvPlan plan) {
    Secret secret = draft.secrets().get(field);
    if (secret == null) {
      yaml.writeStringProperty(param, draft.details().fields().get(field));
    } else if (isWithValues) {
      secret.useChars(chars -> {
        yaml.writeName(param);
        yaml.writeString(chars, 0, chars.length);
        return null;
      });
    } else {
      variable(draft, field, plan)
          .ifPresent(name -> yaml.writeStringProperty(param, "os.environ/" + name));
    }
  }

  private static Optional<String> variable(Draft draft, String field, EnvPlan plan) {
    return plan.variables().stream()
        .filter(v -> v.credential().equals(draft.details().name()))
        .filter(v -> v.field().equals(Optional.of(field)))
        .map(EnvPlan.Variable::name)
        .findFirst();
  }
}

package io.keyarbor.transfer.litellm;

import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How LiteLLM calls the services and their fields; the list is data, {@code transfer/litellm.json}.
 * Facts: the provider pages of LiteLLM's documentation.
 */
record Providers(Map<String, Provider> byService) {
  /**
   * One service.
   *
   * @param prefix what a model's name starts with
   * @param modelField field that names the model
   * @param params fields by the name of the parameter; the first that holds something counts
   */
  record Provider(String prefix, String modelField, Map<String, List<String>> params) {}

  static Providers read() {
    try (InputStream in = Providers.class.getResourceAsStream("/transfer/litellm.json");
        Node root = Documents.JSON.read("litellm.json", in.readAllBytes())) {
      Map<String, Provider> providers = new LinkedHashMap<>();
      root.entries().forEach((service, node) -> providers.put(service, provider(node)));
      return new Providers(Map.copyOf(providers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TransferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Provider provider(Node node) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    node.at("params")
        .entries()
        .forEach((name, field) ->
            params.put(
                name,
                field.isList()
                    ? field.items().stream().map(Node::text).toList()
                    : List.of(field.text())));
    String model = node.at("model").text();
    return new Provider(node.at("provider").text(), model.isEmpty() ? "model" : model, params);
  }

  Optional<Provider> of(String serviceType) {
    return Optional.ofNullable(byService.get(serviceType));
  }
}

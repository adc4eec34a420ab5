package io.keyarbor.cli;

import io.keyarbor.template.ServiceTemplate;
import java.util.List;
import java.util.Locale;

/** Finds the service that an argument names. */
public final class Services {
  private Services() {}

  /**
   * The template of {@code name}.
   *
   * @throws CommandFault with {@link ExitCode#NOT_FOUND} and near names
   */
  public static ServiceTemplate get(CommandContext context, String name) {
    return context
        .catalogue()
        .get()
        .find(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> {
          List<String> known =
              context.catalogue().get().all().stream().map(ServiceTemplate::serviceType).toList();
          return CommandFault.notFound(
              "There is no template for the service “"
                  + Printable.of(name)
                  + "”."
                  + NearNames.hint(name, known)
                  + " See: keyarbor templates list");
        });
  }
}

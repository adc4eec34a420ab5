package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The person's groups. */
@Command(
    name = "group",
    mixinStandardHelpOptions = true,
    description = "Lists, makes, renames and deletes groups.",
    subcommands = {
      GroupCommand.ListGroups.class,
      GroupCommand.AddGroup.class,
      GroupCommand.RenameGroup.class,
      GroupCommand.DeleteGroup.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keyarbor group list",
      "  keyarbor group add Customers/Northwind",
      "  keyarbor group rename Customers/Northwind \"Northwind Traders\"",
      "  keyarbor group delete Customers/Northwind"
    })
final class GroupCommand {
  /** Prints them. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the groups.")
  static final class ListGroups implements Callable<Integer> {
    private final CommandContext context;
    @Mixin private VaultOptions vault;
    @Mixin private Output output;

    ListGroups(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws Exception {
      return context.withVault(
          vault,
          opened -> {
            print(opened.session());
            return ExitCode.DONE;
          });
    }

    private void print(Session session) {
      GroupPaths paths = new GroupPaths(session.groups());
      Map<GroupId, Long> counts =
          session.credentials().all().stream()
              .map(Credential::details)
              .flatMap(details -> details.group().stream())
              .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
      if (output.isJson()) {
        output.json(json -> {
          json.writeStartArray();
          for (Group group : paths.all()) {
            json.writeStartObject();
            json.writeStringProperty("id", group.id().value().toString());
            json.writeStringProperty("path", paths.path(Optional.of(group.id())));
            json.writeNumberProperty("credentials", counts.getOrDefault(group.id(), 0L));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
      } else {
        output.table(
            List.of("GROUP", "CREDENTIALS"),
            paths.all().stream()
                .map(group ->
                    List.of(
                        Cell.of(paths.path(Optional.of(group.id()))),
                        Cell.of(String.valueOf(counts.getOrDefault(group.id(), 0L)))))
                .toList());
      }
    }
  }

  /** Makes one, and those above it. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a group, and those above it that are not there.")
  static final class AddGroup implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "GROUP/PATH", description = "The new group.")
    private String path;

    @Mixin private VaultOptions vault;

    AddGroup(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws Exception {
      return context.withVault(
          vault,
          opened -> {
            new GroupPaths(opened.session().groups()).make(path);
            return ExitCode.DONE;
          });
    }
  }

  /** Gives one another name. */
  @Command(name = "rename", mixinStandardHelpOptions = true, description = "Renames a group.")
  static final class RenameGroup implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "GROUP/PATH", description = "The group.")
    private String path;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its new name, without a path.")
    private String name;

    @Mixin private VaultOptions vault;

    RenameGroup(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws Exception {
      return context.withVault(
          vault,
          opened -> {
            Group group = one(opened.session(), path);
            opened.session().groups().change(group.withName(name));
            return ExitCode.DONE;
          });
    }
  }

  /** Deletes one. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Deletes a group; what it holds moves up.")
  static final class DeleteGroup implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "GROUP/PATH", description = "The group.")
    private String path;

    @Mixin private VaultOptions vault;

    DeleteGroup(CommandContext context) {
      this.context = context;
    }

    @Override
    public Integer call() throws Exception {
      return context.withVault(
          vault,
          opened -> {
            opened.session().groups().delete(one(opened.session(), path).id());
            return ExitCode.DONE;
          });
    }
  }

  private static Group one(Session session, String path) {
    GroupPaths paths = new GroupPaths(session.groups());
    Optional<GroupId> id = paths.get(path);
    return paths.all().stream()
        .filter(group -> Optional.of(group.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> CommandFault.usage("The top is no group. Name one."));
  }
}

package io.keyarbor.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The subcommands by name: the one list that a new one is added to. */
final class Commands {
  private static final Map<String, Class<?>> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("add", AddCommand.class),
              Map.entry("agent", AgentCommand.class),
              Map.entry("completion", CompletionCommand.class),
              Map.entry("delete", DeleteCommand.class),
              Map.entry("edit", EditCommand.class),
              Map.entry("export", ExportCommand.class),
              Map.entry("generate", GenerateCommand.class),
              Map.entry("get", GetCommand.class),
              Map.entry("group", GroupCommand.class),
              Map.entry("import", ImportCommand.class),
              Map.entry("init", InitCommand.class),
              Map.entry("inject", InjectCommand.class),
              Map.entry("list", ListCommand.class),
              Map.entry("lock", LockCommand.class),
              Map.entry("migrate", MigrateCommand.class),
              Map.entry("move", MoveCommand.class),
              Map.entry("profile", ProfileCommand.class),
              Map.entry("quick", QuickCommand.class),
              Map.entry("restore", RestoreCommand.class),
              Map.entry("run", RunCommand.class),
              Map.entry("scan", ScanCommand.class),
              Map.entry("show", ShowCommand.class),
              Map.entry("status", StatusCommand.class),
              Map.entry("templates", TemplatesCommand.class),
              Map.entry("test", TestCommand.class),
              Map.entry("unlock", UnlockCommand.class)));

  private Commands() {}

  /** The one called {@code only}, or all if none is. */
  static Collection<Class<?>> of(Optional<String> only) {
    Optional<Class<?>> one = only.map(ALL::get);
    return one.isPresent() ? List.of(one.get()) : ALL.values();
  }
}

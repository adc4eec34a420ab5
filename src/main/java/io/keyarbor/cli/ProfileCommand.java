package io.keyarbor.cli;

import picocli.CommandLine.Command;

/** {@code keyarbor profile}: all that is done with profiles. */
@Command(
    name = "profile",
    description = {
      "Names sets of environment variables, such as production, and where each takes its value"
          + " from.",
      "A profile holds no value: a rotated secret is the new one at the next use."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ProfileAddCommand.class,
      ProfileCreateCommand.class,
      ProfileDeleteCommand.class,
      ProfileListCommand.class,
      ProfileLoadCommand.class,
      ProfileRemoveCommand.class,
      ProfileRenameCommand.class,
      ProfileShowCommand.class,
      ProfileTemplateCommand.class
    },
    footer = {
      "",
      "Example:",
      "  keyarbor profile create production",
      "  keyarbor profile add production OpenAI",
      "  keyarbor run --profile production -- npm start"
    })
final class ProfileCommand {}

package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.ImportPlan.Action;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.transfer.ImportPlan.Row;
import io.keyarbor.transfer.Reading.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What an import did or would do, for a person or a program. */
record ImportReport(ImportFormat format, Report report, boolean dryRun) {
  /** Prints it; fails where a file had something, and nothing of it came through. */
  int print(Output output, Terminal terminal) {
    if (output.isJson()) {
      output.json(this::json);
    } else {
      table(output);
      terminal.out().println(summary());
    }
    boolean isLost =
        report.rows().stream().allMatch(row -> row.action() == Action.SKIPPED)
            && !(report.rows().isEmpty() && report.unread().isEmpty());
    return isLost ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** All rows before it is done, those that need a look afterwards. */
  private void table(Output output) {
    List<List<Cell>> cells = new ArrayList<>();
    for (Row row : report.rows()) {
      boolean isUsual = row.action() == Action.ADD || row.action() == Action.ALREADY_THERE;
      if (dryRun || !isUsual) {
        cells.add(
            List.of(
                new Cell(word(row.action()), tone(row.action())),
                Cell.of(row.name()),
                Cell.of(row.service()),
                Cell.of(String.join("/", row.groups())),
                Cell.of(row.origin()),
                Cell.of(row.why())));
      }
    }
    for (Skipped part : report.unread()) {
      cells.add(
          List.of(
              new Cell("left out", Tone.DOUBTFUL),
              Cell.of(""),
              Cell.of(""),
              Cell.of(""),
              Cell.of(part.origin()),
              Cell.of(part.why())));
    }
    if (!cells.isEmpty()) {
      output.table(List.of("WHAT", "NAME", "SERVICE", "GROUP", "WHERE", "WHY"), cells);
    }
  }

  private String summary() {
    long added = report.count(Action.ADD) + report.count(Action.RENAMED);
    return (dryRun ? "Would add " : "Added ")
        + added
        + (added == 1 ? " credential (" : " credentials (")
        + report.count(Action.RENAMED)
        + " renamed), "
        + report.newGroups()
        + " new groups; "
        + report.count(Action.ALREADY_THERE)
        + " were there already, "
        + (report.count(Action.SKIPPED) + report.unread().size())
        + " left out. Read as "
        + format.title()
        + ".";
  }

  private static String word(Action action) {
    return switch (action) {
      case ADD -> "add";
      case RENAMED -> "add renamed";
      case ALREADY_THERE -> "is there";
      case SKIPPED -> "left out";
    };
  }

  private static Tone tone(Action action) {
    return switch (action) {
      case ADD -> Tone.GOOD;
      case RENAMED -> Tone.FAIR;
      case ALREADY_THERE -> Tone.FAINT;
      case SKIPPED -> Tone.DOUBTFUL;
    };
  }

  private void json(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("format", format.name());
    json.writeBooleanProperty("dry_run", dryRun);
    for (Action action : Action.values()) {
      json.writeNumberProperty(action.name().toLowerCase(Locale.ROOT), report.count(action));
    }
    json.writeNumberProperty("unread", report.unread().size());
    json.writeNumberProperty("new_groups", report.newGroups());
    json.writeArrayPropertyStart("rows");
    for (Row row : report.rows()) {
      json.writeStartObject();
      json.writeStringProperty("where", row.origin());
      json.writeStringProperty("name", row.name());
      json.writeStringProperty("service", row.service());
      json.writeStringProperty("group", String.join("/", row.groups()));
      json.writeStringProperty("action", row.action().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("why", row.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("left_out");
    report.unread().forEach(part -> skipped(json, part));
    json.writeEndArray();
    json.writeEndObject();
  }

  static void skipped(JsonGenerator json, Skipped part) {
    json.writeStartObject();
    json.writeStringProperty("where", part.origin());
    json.writeStringProperty("why", part.why());
    json.writeEndObject();
  }
}

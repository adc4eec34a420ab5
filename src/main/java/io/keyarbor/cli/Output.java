package io.keyarbor.cli;

import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * How a command prints data: a table for people, or JSON for programs. A mixin for each command
 * that prints some:
 *
 * <pre>{@code @Mixin private Output output;}</pre>
 */
public final class Output {
  private final Terminal terminal;
  private final boolean coloured;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** Writes one JSON value. */
  @FunctionalInterface
  public interface JsonContent {
    /** Writes it to {@code json}. */
    void write(JsonGenerator json);
  }

  /** Prints where the context says. */
  public Output(CommandContext context) {
    terminal = context.terminal();
    coloured = context.isColoured();
  }

  /** Whether JSON was asked for. */
  public boolean isJson() {
    return json;
  }

  /** Prints one JSON value and ends its line; on a terminal it is indented. */
  public void json(JsonContent content) {
    // No pool: buffers that held a revealed secret are not kept for the next writer.
    JsonFactory factory =
        JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    OutputStream unclosed = new Unclosed(terminal.out());
    try (JsonGenerator generator = factory.createGenerator(layout(), unclosed)) {
      content.write(generator);
    }
    terminal.out().println();
  }

  private ObjectWriteContext layout() {
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return terminal.isOutTerminal() ? new DefaultPrettyPrinter() : null;
      }
    };
  }

  /** Prints a table; see {@link Table}. */
  public void table(List<String> headings, List<List<Cell>> rows) {
    new Table(headings, rows).print(terminal.out(), coloured);
  }

  /** One value of a table. */
  public record Cell(String text, Tone tone) {
    /** A value like any other. */
    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  /** What a value's colour says; never the colour alone. */
  public enum Tone {
    PLAIN(""),
    GOOD("32"),
    FAIR("36"),
    DOUBTFUL("33"),
    BAD("31"),
    FAINT("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }

    /** {@code text} in this tone, for a terminal. */
    String of(String text) {
      return code.isEmpty() || text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
  }
}

package io.keyarbor.transfer.dotenv;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.dotenv.EnvPlan.Variable;
import io.keyarbor.transfer.plain.PlainFormat;
import io.keyarbor.transfer.read.Services;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files {@code .env} with the variables that the services' tools read. */
public final class DotenvExport implements ExportFormat {
  private final Services services;

  /** Names variables as the templates of {@code services} do. */
  public DotenvExport(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public String title() {
    return "Environment variables (.env)";
  }

  @Override
  public String extension() {
    return "env";
  }

  @Override
  public boolean isPlaintext() {
    return true;
  }

  @Override
  public List<Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException {
    ascii(out, "# " + PlainFormat.NOTICE + "\n");
    try (EnvPlan plan = EnvPlan.of(services, drafts)) {
      String credential = "";
      for (Variable variable : plan.variables()) {
        if (!variable.credential().equals(credential)) {
          credential = variable.credential();
          out.write(
              ("\n# " + credential.replaceAll("[\\p{Cntrl}\\s]+", " ") + "\n")
                  .getBytes(StandardCharsets.UTF_8));
        }
        ascii(out, variable.name() + "=");
        variable
            .value()
            .<Void, IOException>use(bytes -> {
              write(bytes, out);
              return null;
            });
        ascii(out, "\n");
      }
      return plan.told();
    }
  }

  /**
   * Bare where nothing in it means anything; in single quotes where all libraries read it alike;
   * else in double quotes with escapes.
   */
  private static void write(byte[] value, OutputStream out) throws IOException {
    switch (quoting(value)) {
      case BARE -> out.write(value);
      case SINGLE -> {
        out.write('\'');
        out.write(value);
        out.write('\'');
      }
      case DOUBLE -> {
        out.write('"');
        for (byte b : value) {
          escape(b, out);
        }
        out.write('"');
      }
    }
  }

  private enum Quoting {
    BARE,
    SINGLE,
    DOUBLE
  }

  private static Quoting quoting(byte[] value) {
    Quoting quoting = Quoting.BARE;
    for (int i = 0; i < value.length; i++) {
      byte b = value[i];
      boolean lastBackslash = b == '\\' && (i + 1 == value.length || value[i + 1] == '\\');
      if (b == '\'' || b == '\r' || lastBackslash) {
        return Quoting.DOUBLE;
      }
      boolean means = !Character.isLetterOrDigit(b & 0xff) && "_-./:@%+,=".indexOf(b) < 0;
      quoting = means || b < 0 ? Quoting.SINGLE : quoting;
    }
    return quoting;
  }

  private static void escape(byte b, OutputStream out) throws IOException {
    switch (b) {
      case '\n' -> ascii(out, "\\n");
      case '\r' -> ascii(out, "\\r");
      case '"', '\\', '$', '`' -> {
        out.write('\\');
        out.write(b);
      }
      default -> out.write(b);
    }
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}

package io.keyarbor.cli.shell;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A shell, and how a value is written so that it reads back each byte of it and nothing in it does
 * anything. What is written is one line of ASCII without blanks in the value, so that it survives
 * even an {@code eval $(...)} that lacks its quotes.
 */
public enum Shell {
  /** Bash Reference Manual, 3.1.2.4 ANSI-C Quoting. */
  BASH {
    @Override
    public void set(String name, Secret value, OutputStream out) throws IOException {
      ansiC(name, value, out);
    }
  },

  /** The Z Shell Manual, 6.9 Quoting: {@code $'...'} as in bash. */
  ZSH {
    @Override
    public void set(String name, Secret value, OutputStream out) throws IOException {
      ansiC(name, value, out);
    }
  },

  /** Fish documentation, The fish language, Escaping characters. */
  FISH {
    @Override
    public void set(String name, Secret value, OutputStream out) throws IOException {
      write(out, "set -gx " + name + " ");
      value.use(bytes -> {
        if (bytes.length == 0) {
          write(out, "''");
        }
        for (byte b : bytes) {
          write(out, isPlain(b) ? one(b) : "\\X" + hex(b));
        }
        return null;
      });
      write(out, ";\n");
    }

    @Override
    public void unset(String name, OutputStream out) throws IOException {
      write(out, "set -e " + name + ";\n");
    }
  },

  /**
   * PowerShell, about_Quoting_Rules: between single quotes only a quote is special, and typographic
   * ones count as such. Anything but plain ASCII therefore goes as Base64 of its UTF-8.
   */
  POWERSHELL {
    @Override
    public void set(String name, Secret value, OutputStream out) throws IOException {
      write(out, "$env:" + name + " = ");
      value.use(bytes -> {
        checkText(name, bytes);
        if (isPlain(bytes)) {
          out.write('\'');
          out.write(bytes);
          write(out, "';\n");
        } else {
          byte[] coded = Base64.getEncoder().encode(bytes);
          write(out, "[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('");
          out.write(coded);
          write(out, "'));\n");
          Arrays.fill(coded, (byte) 0);
        }
        return null;
      });
    }

    @Override
    public void unset(String name, OutputStream out) throws IOException {
      write(out, "Remove-Item -ErrorAction Ignore Env:" + name + ";\n");
    }

    private static void checkText(String name, byte[] bytes) throws IOException {
      try {
        Arrays.fill(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).array(), '\0');
      } catch (CharacterCodingException e) {
        throw new IOException(
            "the value of " + name + " is not UTF-8, and PowerShell's variables hold text only", e);
      }
    }
  };

  /** Characters that are themselves in all of these shells, quoted or not. */
  private static final String PLAIN = "_./:@%+,-";

  /** The shell of that name, as {@code $SHELL} or a person says it. */
  public static Optional<Shell> named(String name) {
    String program = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return switch (program.toLowerCase(Locale.ROOT)) {
      case "bash" -> Optional.of(BASH);
      case "zsh" -> Optional.of(ZSH);
      case "fish" -> Optional.of(FISH);
      case "powershell", "pwsh", "powershell.exe", "pwsh.exe" -> Optional.of(POWERSHELL);
      default -> Optional.empty();
    };
  }

  /**
   * Writes a statement that sets and exports a variable.
   *
   * @param value without a NUL byte
   * @throws IOException if writing fails, or the shell cannot hold the value
   */
  public abstract void set(String name, Secret value, OutputStream out) throws IOException;

  /** Writes a statement that takes a variable out. */
  public void unset(String name, OutputStream out) throws IOException {
    write(out, "unset " + name + ";\n");
  }

  private static void ansiC(String name, Secret value, OutputStream out) throws IOException {
    write(out, "export " + name + "=");
    value.use(bytes -> {
      boolean quoted = !isPlain(bytes);
      write(out, quoted ? "$'" : "");
      for (byte b : bytes) {
        write(out, isPlain(b) ? one(b) : "\\" + octal(b));
      }
      write(out, quoted ? "'" : "");
      return null;
    });
    write(out, ";\n");
  }

  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if (!isPlain(b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }

  private static String one(byte b) {
    return Character.toString(b);
  }

  private static String octal(byte b) {
    int n = b & 0xff;
    return "" + (n >> 6) + (n >> 3 & 7) + (n & 7);
  }

  private static String hex(byte b) {
    return String.format(Locale.ROOT, "%02x", b);
  }

  private static void write(OutputStream out, String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}

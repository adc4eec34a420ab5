package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** A file that is needed beside the password: any file will do, a random one is best. */
public final class KeyFile {
  private static final int LARGEST = 1 << 20;
  private static final int RANDOM_BYTES = 64;

  private KeyFile() {}

  /**
   * The bytes of {@code file}, for the caller to close.
   *
   * @throws Unusable if it cannot be read, is empty or larger than 1 MiB
   */
  public static Secret read(Path file) {
    byte[] bytes = new byte[0];
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length == 0) {
        throw new Unusable("The key file " + file + " is empty. Choose another one.", null);
      }
      if (bytes.length > LARGEST) {
        throw new Unusable(
            "The key file " + file + " is larger than 1 MiB. Choose a smaller one.", null);
      }
      return Secret.copyOf(bytes);
    } catch (NoSuchFileException e) {
      throw new Unusable("There is no key file at " + file + ". Choose where it is.", e);
    } catch (IOException e) {
      throw new Unusable("The key file " + file + " could not be read. Check who may read it.", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Writes a new random one that only its owner can read.
   *
   * @throws Unusable if a file is there already or it cannot be written
   */
  public static void generate(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (Secret random = Secret.random(RANDOM_BYTES);
        FileChannel out =
            FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      random.<Void, IOException>use(bytes -> {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        return null;
      });
      out.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new Unusable(
          "There is already a file at " + file + ". Choose another name for the new key file.", e);
    } catch (IOException e) {
      throw new Unusable(
          "The key file could not be written to " + file + ". Choose another folder.", e);
    }
  }

  /** A key file that cannot be used; the message says why and what to do. */
  public static final class Unusable extends RuntimeException {
    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A vault was to be opened without the key file that it was made with. */
  public static final class Missing extends RuntimeException {
    Missing() {
      super(
          tr(
              "The password alone does not open this vault: it was made with a key file. Choose its"
                  + " key file, then try again."));
    }
  }
}

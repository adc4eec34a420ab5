package io.keyarbor.platform.journal;

import java.util.Arrays;

/** Names the place in the program where something failed; holds nothing of a vault or a person. */
public final class ErrorCode {
  private ErrorCode() {}

  /** The kind of failure and the place in our own code: {@code NullPointerException@Desktop:12}. */
  public static String of(Throwable failure) {
    String place =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("io.keyarbor."))
            .findFirst()
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("outside");
    return failure.getClass().getSimpleName() + "@" + place.replace(".java", "");
  }
}

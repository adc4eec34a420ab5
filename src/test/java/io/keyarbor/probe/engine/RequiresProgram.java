package io.keyarbor.probe.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test against a program of the system. Without it the test is skipped and says so; where {@code
 * CI=true}, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Installed.class)
public @interface RequiresProgram {
  /** The program's name in {@code /usr/bin} or {@code /usr/sbin}, or its path. */
  String value();

  /** A folder of the project that must be there too; empty for none. */
  String folder() default "";

  /** Looks whether the program is there. */
  final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
          .flatMap(Installed::missing)
          .map(name -> without(name + " is not installed, so nothing was tested against it"))
          .orElse(ConditionEvaluationResult.enabled("installed"));
    }

    private static Optional<String> missing(RequiresProgram wanted) {
      boolean found =
          Stream.of("/usr/bin", "/usr/sbin")
              .anyMatch(bin -> Files.isExecutable(Path.of(bin).resolve(wanted.value())));
      if (!found) {
        return Optional.of(wanted.value());
      }
      return Files.isDirectory(Path.of(wanted.folder()))
          ? Optional.empty()
          : Optional.of(wanted.folder());
    }

    static ConditionEvaluationResult without(String words) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(words);
      }
      return ConditionEvaluationResult.disabled(words);
    }
  }
}

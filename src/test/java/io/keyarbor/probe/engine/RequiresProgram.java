package io.keyarbor.probe.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test against a program of the system. Without it the test is skipped and says so; where {@code
 * CI=true}, it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Installed.class)
@interface RequiresProgram {
  /** The program's name in {@code /usr/bin}. */
  String value();

  /** Looks whether the program is there. */
  final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
          .map(RequiresProgram::value)
          .filter(name -> !Files.isExecutable(Path.of("/usr/bin", name)))
          .map(Installed::missing)
          .orElse(ConditionEvaluationResult.enabled("installed"));
    }

    private static ConditionEvaluationResult missing(String name) {
      String words = name + " is not installed, so nothing was tested against it";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(words);
      }
      return ConditionEvaluationResult.disabled(words);
    }
  }
}

package io.keyarbor.probe.engine;

import com.sun.security.auth.module.UnixSystem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that becomes another user, or looks into a process that keeps its memory private. For
 * anyone but root it is skipped and says so; where {@code CI=true}, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresRoot.Root.class)
public @interface RequiresRoot {
  /** Looks who runs the test. */
  final class Root implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (new UnixSystem().getUid() == 0) {
        return ConditionEvaluationResult.enabled("root");
      }
      return RequiresProgram.Installed.without("only root can do this");
    }
  }
}

package io.keyarbor.agent.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the agent gets of the environment it is started from. */
class AgentLauncherTest {
  @Test
  void whatTheSystemNeedsIsKeptByTheSystemsOwnRuleForNames() {
    assertTrue(AgentLauncher.isKept("PATH", false));
    assertTrue(AgentLauncher.isKept("LC_ALL", false));
    assertFalse(AgentLauncher.isKept("Path", false), "another variable, where case counts");
    assertTrue(AgentLauncher.isKept("Path", true));
    assertTrue(AgentLauncher.isKept("SystemRoot", true));
  }

  @Test
  void whatMayHoldASecretIsNot() {
    assertFalse(AgentLauncher.isKept("OPENAI_API_KEY", false));
    assertFalse(AgentLauncher.isKept("OpenAI_Api_Key", true));
  }
}

package io.keyarbor.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.VaultException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  @Test
  void whatWasForeseenIsToldInItsOwnWords() {
    ErrorText text = ErrorText.of(new VaultException.NameTaken("Router"));

    assertEquals(new VaultException.NameTaken("Router").getMessage(), text.message());
    assertEquals(Optional.empty(), text.code());
  }

  @Test
  void whatWasNotHasACodeThatNamesThePlaceAndNothingElse() {
    ErrorText text = ErrorText.of(new IllegalStateException("host pve.example, user root"));

    assertTrue(text.code().orElseThrow().startsWith("IllegalStateException@ErrorTextTest:"));
    assertFalse((text.title() + text.message() + text.code()).contains("pve.example"));
  }
}

package io.keyarbor.transfer.plain;

import static io.keyarbor.transfer.TransferKit.draft;
import static io.keyarbor.transfer.TransferKit.named;
import static io.keyarbor.transfer.TransferKit.read;
import static io.keyarbor.transfer.TransferKit.texts;
import static io.keyarbor.transfer.TransferKit.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyarbor's own shape as a person writes and reads it. */
class PlainFormatTest {
  @TempDir Path folder;

  @Test
  void yamlByHandIsRead() throws Exception {
    try (Reading reading =
        read(
            folder,
            "yaml",
            "keys.yaml",
            """
            credentials:
              - name: Lab
                service: openai
                groups: [Work, AI]
                fields: {organization: org-1, api_key: fake-key}
                tags: [a, b]
                expires: 2030-01-31
                schedule: 24
              - name: Number
                secrets: {value: 0123}
              - service: openai
              - name: Soon
                expires: soon
              - name: Often
                schedule: 100000
            """)) {
      Draft lab = named(reading, "Lab");
      assertEquals(List.of("Work", "AI"), lab.groups());
      // In the wrong place, but the template knows that it is a secret.
      assertEquals(Map.of("api_key", "fake-key"), texts(lab));
      assertEquals(Map.of("organization", "org-1"), lab.details().fields());
      assertEquals(Map.of("value", "0123"), texts(named(reading, "Number")));
      assertEquals(
          List.of("credential 3", "credential 4", "credential 5"),
          reading.skipped().stream().map(Reading.Skipped::origin).toList());
    }
  }

  @Test
  void aBareListIsReadToo() throws Exception {
    try (Reading reading =
        read(
            folder,
            "json",
            "keys.json",
            "[{\"name\": \"A\", \"secrets\": {\"value\": \"fake\"}}]")) {
      assertEquals(Map.of("value", "fake"), texts(named(reading, "A")));
    }
  }

  @Test
  void anExportSaysWhatItIsAtItsTop() throws Exception {
    List<Draft> drafts = List.of(draft("A", Map.of(), "password", "fake"));
    assertTrue(
        new String(written("yaml", drafts, Optional.empty()), UTF_8)
            .startsWith("# This file holds secrets in plain text"));
    assertTrue(
        new String(written("json", drafts, Optional.empty()), UTF_8)
            .startsWith(
                "{\"format\":\"keyarbor\",\"version\":1,\"notice\":\"This file holds secrets in plain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fake-secret",
        "{",
        "{\"credentials\": \"fake-secret\"}",
        "{\"format\": \"other\"}",
        "{\"version\": 2, \"credentials\": []}",
        "{\"credentials\": [fake-secret]}",
        "[] []"
      })
  void whatIsOfAnotherShapeIsRefusedWithoutQuotingIt(String text) {
    TransferException fault =
        assertThrows(TransferException.class, () -> read(folder, "json", "keys.json", text));
    assertFalse(fault.getMessage().contains("fake-secret"), fault.getMessage());
  }

  @Test
  void aFaultTellsItsLine() {
    TransferException fault =
        assertThrows(
            TransferException.class,
            () -> read(folder, "json", "keys.json", "{\"credentials\": [\n{\"name\": fake}]}"));
    assertTrue(fault.getMessage().startsWith("keys.json, line 2"), fault.getMessage());
  }

  /** Each anchor would stand for ten of the one before. */
  @Test
  void yamlThatGrowsByReferencesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
    }
    TransferException fault =
        assertThrows(
            TransferException.class, () -> read(folder, "yaml", "bomb.yaml", bomb.toString()));
    assertTrue(fault.getMessage().contains("alias"), fault.getMessage());
  }

  @Test
  void endlessDepthIsRefused() {
    for (String format : List.of("json", "yaml")) {
      assertThrows(
          TransferException.class, () -> read(folder, format, "deep", "[".repeat(1_000_000)));
    }
  }
}

package io.keyarbor.template;

/** How a field is entered. */
public enum FieldType {
  TEXT,
  PASSWORD,
  SELECT,
  URL,
  FILE,
  MULTILINE,
  NUMBER,
  BOOLEAN
}

package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;

/** What a text that holds a credential of one service may look like. Immutable. */
interface Shape {
  /** Whose credential it is. */
  ServiceTemplate template();

  /** The choices that go with this shape. */
  List<Condition> choices();

  /**
   * The parts of {@code text} that belong in fields, by name of the field, the most telling first;
   * empty if the text does not have this shape. They are views, good while {@code text} is open.
   */
  Map<String, CharBuffer> read(PastedText text);
}

package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the XML of a database once, from its start to its end. Protected values are decrypted as
 * they are met, whether somebody wants them or not, since the key stream runs over all of them.
 */
final class XmlCursor {
  /** Base64 of the longest value, in lines. */
  private static final int MOST_CHARS = Draft.MOST_BYTES / 2 * 3;

  private static final int MOST_NAME_CHARS = 10_000;
  private static final int SPACE = ' ';
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final XMLStreamReader xml;
  private final InnerStream inner;
  private final int mostDepth;
  private int depth;

  /**
   * At the start of a document.
   *
   * @param mostDepth how far elements may lie within each other
   */
  XmlCursor(InputStream in, InnerStream inner, int mostDepth)
      throws IOException, XMLStreamException {
    this.inner = inner;
    this.mostDepth = mostDepth;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // The parser has a bound of its own, lower than this one.
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(mostDepth + 1));
    xml = factory.createXMLStreamReader(characters(in));
  }

  /** UTF-8, strictly. The parser's own decoder prints what it cannot read to standard error. */
  private static Reader characters(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** What to do at an element; its end must be passed before this returns. */
  interface Body {
    void read(String name) throws IOException, XMLStreamException;
  }

  /** Reads the document, whose one element must be {@code root}. */
  void document(String root, Body child) throws IOException, XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new KdbxException("its content declares a document type, which no database does");
      }
    }
    if (!xml.getLocalName().equals(root)) {
      throw new KdbxException("its content is no KeePass database");
    }
    children(child);
    while (xml.hasNext()) {
      next();
    }
  }

  /** Reads the elements within the present one, up to its end. */
  void children(Body child) throws IOException, XMLStreamException {
    enter();
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        child.read(xml.getLocalName());
      }
    }
    depth--;
  }

  private void enter() throws KdbxException {
    depth++;
    if (depth > mostDepth) {
      throw new KdbxException("its content is nested deeper than " + mostDepth + " elements");
    }
  }

  /** Passes the present element and all within it. */
  void skip() throws IOException, XMLStreamException {
    if (!isProtected()) {
      children(name -> skip());
      return;
    }
    long digits = 0;
    while (nextText()) {
      digits += digits(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
    inner.skip(bytes(digits));
  }

  /** An attribute of the present element; empty if it has none of that name. */
  String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private boolean isProtected() {
    return attribute("Protected").equalsIgnoreCase("true");
  }

  /** The text of the present element, where it is no secret, up to its end. */
  String text() throws IOException, XMLStreamException {
    return value().text();
  }

  /** The same, where it is the name of something. */
  String name() throws IOException, XMLStreamException {
    String name = text();
    if (name.length() > MOST_NAME_CHARS) {
      throw new KdbxException(
          "a name before " + place() + " is longer than " + MOST_NAME_CHARS + " characters");
    }
    return name;
  }

  /** The text of the present element, up to its end. */
  Value value() throws IOException, XMLStreamException {
    return isProtected() ? hidden() : open();
  }

  private Value open() throws IOException, XMLStreamException {
    try (Text text = new Text(MOST_CHARS)) {
      while (nextText()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
      return text.isCut() ? new Value.TooLong() : new Value.Open(text.take());
    }
  }

  private Value hidden() throws IOException, XMLStreamException {
    Text base64 = new Text(MOST_CHARS);
    long digits = 0;
    while (nextText()) {
      base64.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      digits += digits(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
    if (base64.isCut()) {
      inner.skip(bytes(digits));
      return new Value.TooLong();
    }
    byte[] bytes = decode(base64.take());
    inner.apply(bytes);
    return new Value.Hidden(Secret.take(bytes));
  }

  private byte[] decode(char[] base64) throws KdbxException {
    try {
      return Base64Text.decode(base64);
    } catch (IllegalArgumentException e) {
      throw KdbxException.damaged("a protected value at " + place());
    }
  }

  private static long digits(char[] chars, int start, int count) {
    long digits = 0;
    for (int i = start; i < start + count; i++) {
      digits += chars[i] > SPACE && chars[i] != '=' ? 1 : 0;
    }
    return digits;
  }

  private static long bytes(long digits) {
    return digits * 3 / 4;
  }

  /** Moves on within an element that holds text only; false at its end. */
  private boolean nextText() throws IOException, XMLStreamException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw KdbxException.damaged("its content at " + place());
      }
    }
  }

  private int next() throws XMLStreamException {
    return xml.next();
  }

  /** Where the cursor is, for a person. */
  String place() {
    return "line "
        + xml.getLocation().getLineNumber()
        + ", column "
        + xml.getLocation().getColumnNumber()
        + " of its XML";
  }
}

package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import java.io.OutputStream;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with values protected by the inner stream, in order. */
final class XmlOutput {
  private static final Pattern RETURN = Pattern.compile("\r");

  private final XMLStreamWriter xml;
  private final InnerStream inner;

  XmlOutput(OutputStream out, InnerStream inner) throws XMLStreamException {
    this.inner = inner;
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** What stands within an element. */
  interface Body {
    void write() throws XMLStreamException;
  }

  void element(String name, Body body) throws XMLStreamException {
    xml.writeStartElement(name);
    body.write();
    xml.writeEndElement();
  }

  /** An element with text, of which {@link XmlText} says that it can stand. */
  void text(String name, String text) throws XMLStreamException {
    element(name, () -> characters(text));
  }

  private void characters(String text) throws XMLStreamException {
    // A parser makes a line feed of a carriage return, unless it is written as a number.
    String[] parts = RETURN.split(text, -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        xml.writeEntityRef("#13");
      }
      xml.writeCharacters(parts[i]);
    }
  }

  /** An element with one attribute and no text. */
  void reference(String name, String attribute, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute(attribute, value);
    xml.writeEndElement();
  }

  /** An element with a protected value. */
  void secret(String name, Secret secret) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("Protected", "True");
    secret.use(bytes -> {
      inner.apply(bytes);
      xml.writeCharacters(Base64.getEncoder().encodeToString(bytes));
      return null;
    });
    xml.writeEndElement();
  }

  void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
  }
}

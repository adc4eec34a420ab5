package io.keyarbor.probe.answer;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XPath on answers that may come from anyone: no document type, so no entities and no look-ups. For
 * one thread.
 */
final class Xml {
  private final String text;
  private Document document;

  Xml(String text) {
    this.text = text;
  }

  /** Text of the nodes found, names without regard to namespaces; empty if it is no XML. */
  List<String> find(String path) {
    if (!text.stripLeading().startsWith("<")) {
      return List.of();
    }
    try {
      XPathFactory factory = XPathFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      NodeList nodes =
          (NodeList) factory.newXPath().evaluate(path, document(), XPathConstants.NODESET);
      List<String> found = new ArrayList<>();
      for (int i = 0; i < Math.min(nodes.getLength(), Bounds.LIST); i++) {
        found.add(nodes.item(i).getTextContent().strip());
      }
      return found;
    } catch (SAXException | IOException | XPathExpressionException e) {
      return List.of();
    } catch (ParserConfigurationException | XPathFactoryConfigurationException e) {
      throw new IllegalStateException("the platform reads XML", e);
    }
  }

  /** Read once, however often it is looked into. */
  private Document document() throws ParserConfigurationException, SAXException, IOException {
    document = document == null ? parse(text) : document;
    return document;
  }

  private static Document parse(String text)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setNamespaceAware(false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    // The parser's own handler prints faults, and with them parts of the answer.
    builder.setErrorHandler(new DefaultHandler());
    return builder.parse(new InputSource(new StringReader(text)));
  }
}

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

/** XPath on answers that may come from anyone: no document type, so no entities and no look-ups. */
final class Xml {
  private Xml() {}

  /** Text of the nodes found, names without regard to namespaces; empty if it is no XML. */
  static List<String> find(String text, String path) {
    try {
      XPathFactory factory = XPathFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      NodeList nodes =
          (NodeList) factory.newXPath().evaluate(path, parse(text), XPathConstants.NODESET);
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of what is shipped, in the format of CycloneDX. Maven lists the libraries; the runtime,
 * the fonts and all else that the list of licences names are added here.
 */
final class Bom {
  /** {@code licences.json} has one entry a line. */
  private static final Pattern LICENCE =
      Pattern.compile(
          "\\{\"name\": \"([^\"]+)\", \"version\": \"([^\"]+)\", \"licence\": \"([^\"]+)\", \"url\":"
              + " \"([^\"]+)\"}");

  /** The outer list, which is indented least; components of components are not meant. */
  private static final Pattern COMPONENTS = Pattern.compile("(?m)^ {2}\"components\" ?: ?\\[");

  private static final String RUNTIME = "OpenJDK";

  private Bom() {}

  /**
   * Adds to {@code bom} what is not in it; does nothing the second time. The runtime is taken from
   * the JDK that this runs on, so its version and maker are as that says them.
   */
  static void complete(Path bom, Path licences) throws IOException {
    String text = Files.readString(bom);
    Matcher components = COMPONENTS.matcher(text);
    if (!components.find()) {
      throw new IOException(bom + " has no list of components");
    }
    List<String> missing = new ArrayList<>();
    Matcher licence = LICENCE.matcher(Files.readString(licences));
    while (licence.find()) {
      if (!text.contains("\"name\" : \"" + licence.group(1) + "\"")) {
        missing.add(component(licence));
      }
    }
    if (!missing.isEmpty()) {
      String added = String.join(",", missing) + ",";
      Files.writeString(bom, new StringBuilder(text).insert(components.end(), added));
    }
  }

  private static String component(Matcher licence) {
    String name = licence.group(1);
    boolean platform = name.equals(RUNTIME);
    String version = platform ? System.getProperty("java.runtime.version") : licence.group(2);
    String supplier =
        platform
            ? "\"supplier\" : { \"name\" : \"" + System.getProperty("java.vendor") + "\" },"
            : "";
    return """

    {
      "type" : "%s",
      "bom-ref" : "keyarbor:%s",
      %s
      "name" : "%s",
      "version" : "%s",
      "licenses" : [ { "expression" : "%s" } ],
      "externalReferences" : [ { "type" : "website", "url" : "%s" } ]
    }\
    """
        .formatted(
            platform ? "platform" : "data",
            name.replace(' ', '-'),
            supplier,
            name,
            version,
            licence.group(3),
            licence.group(4))
        .replaceAll("\n *\n", "\n");
  }
}

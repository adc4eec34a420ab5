import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes a page of every document, to be read and printed without a network: {@code
 * share/doc/*.html} of the installation. Run by the build. Fails if a document links to a page, a
 * heading or a picture that does not exist.
 */
final class Documents {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");

  private final Path from;
  private final Path to;

  private Documents(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** Arguments: the folder of the documents, and the folder for the pages. */
  public static void main(String[] args) throws IOException {
    new Documents(Path.of(args[0]), Path.of(args[1])).write();
  }

  private void write() throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path relative = from.relativize(file);
        Path target = to.resolve(page(relative.toString()));
        Files.createDirectories(target.getParent());
        if (relative.toString().endsWith(".md")) {
          Files.writeString(target, page(Files.readString(file), relative.getNameCount() - 1));
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    check();
  }

  private static String page(String name) {
    return name.replaceFirst("\\.md$", ".html");
  }

  private static String page(String markdown, int depth) {
    Node document = PARSER.parse(markdown);
    document.accept(new Links());
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading) {
                    attributes.put("id", anchor(node));
                  }
                })
            .build();
    Matcher title = TITLE.matcher(markdown);
    String up = "../".repeat(depth);
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%s</title>
    <style>
    %s
    </style>
    </head>
    <body>
    <nav><a href="%suser-guide.html">User guide</a></nav>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(
            title.find() ? title.group(1).replace("<", "&lt;") : "Keyarbor",
            STYLE,
            up,
            renderer.render(document));
  }

  /** As code forges make the anchors of headings. */
  private static String anchor(Node heading) {
    return TextContentRenderer.builder()
        .build()
        .render(heading)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} -]", "")
        .replace(' ', '-');
  }

  /** Documents link to each other; so do their pages. */
  private static final class Links extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      String to = link.getDestination();
      if (!to.contains("://")) {
        link.setDestination(to.replaceFirst("\\.md(#|$)", ".html$1"));
      }
      visitChildren(link);
    }
  }

  private void check() throws IOException {
    try (Stream<Path> files = Files.walk(to)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
          check(page, link.group(1));
        }
      }
    }
  }

  private void check(Path page, String link) throws IOException {
    if (link.contains("://") || link.startsWith("mailto:")) {
      return;
    }
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!target.startsWith(to)) {
      return;
    }
    boolean there =
        Files.isRegularFile(target)
            && (parts.length == 1
                || ID.matcher(Files.readString(target))
                    .results()
                    .anyMatch(id -> id.group(1).equals(parts[1])));
    if (!there && !Files.isDirectory(target)) {
      throw new IllegalStateException(
          to.relativize(page) + " links to " + link + ", which is not there");
    }
  }

  private static final String STYLE =
      """
      body { font: 16px/1.55 system-ui, sans-serif; color: #1f2328; background: #fff; margin: 0 auto; max-width: 50rem;
        padding: 1rem 1.5rem 4rem; }
      nav { font-size: .875rem; }
      h1, h2, h3 { line-height: 1.25; break-after: avoid; }
      h2 { margin-top: 2.5rem; border-bottom: 1px solid #dde2e8; padding-bottom: .3rem; }
      img { max-width: 100%; border: 1px solid #dde2e8; border-radius: 8px; break-inside: avoid; }
      code, pre { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: .875em; }
      code { background: #f6f8fa; padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
      pre { background: #f6f8fa; padding: .8rem 1rem; border-radius: 8px; overflow-x: auto; break-inside: avoid; }
      pre code { padding: 0; background: none; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #dde2e8; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      a { color: #4f46e5; }
      @media (prefers-color-scheme: dark) { @media screen {
        body { color: #e6edf3; background: #0d1117; } code, pre { background: #161b22; } a { color: #a9b4ff; }
        h2, img, th, td { border-color: #2b323b; } } }
      @media print { body { font-size: 10.5pt; max-width: none; padding: 0; } nav { display: none; } a { color: inherit; }
        pre { white-space: pre-wrap; } @page { margin: 2cm; } }\
      """;
}

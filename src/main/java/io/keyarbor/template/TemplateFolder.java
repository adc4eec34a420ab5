package io.keyarbor.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A person's own templates: the {@code .json} files of one folder and its sub-folders. */
final class TemplateFolder {
  private static final int MAX_FILES = 500;
  private static final int MAX_DEPTH = 3;

  private final TemplateParser parser;
  private final List<ServiceTemplate> templates = new ArrayList<>();
  private final List<TemplateFault> faults = new ArrayList<>();

  private TemplateFolder(TemplateParser parser) {
    this.parser = parser;
  }

  static TemplateFolder read(Path folder, TemplateParser parser) {
    TemplateFolder result = new TemplateFolder(parser);
    if (Files.isDirectory(folder)) {
      result.readAll(folder);
    }
    return result;
  }

  List<ServiceTemplate> templates() {
    return templates;
  }

  List<TemplateFault> faults() {
    return faults;
  }

  private void readAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
      List<Path> found =
          files
              .filter(f -> f.getFileName().toString().endsWith(".json"))
              .limit(MAX_FILES + 1)
              .sorted()
              .toList();
      if (found.size() > MAX_FILES) {
        fault(folder, "found more than " + MAX_FILES + " templates; the rest is left out");
      }
      found.stream().limit(MAX_FILES).forEach(this::readOne);
    } catch (IOException | UncheckedIOException e) {
      fault(folder, "this folder cannot be read wholly");
    }
  }

  private void readOne(Path file) {
    // Opening a pipe would wait for its writer.
    if (!Files.isRegularFile(file)) {
      fault(file, "found something that is no regular file");
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(TemplateParser.MAX_BYTES + 1);
      TemplateParser.Parsed parsed = parser.parse(file.toString(), text);
      faults.addAll(parsed.faults());
      parsed.template().ifPresent(t -> add(file, t));
    } catch (IOException e) {
      fault(file, "this file cannot be read");
    }
  }

  private void add(Path file, ServiceTemplate template) {
    if (templates.stream().anyMatch(t -> t.serviceType().equals(template.serviceType()))) {
      faults.add(
          new TemplateFault(
              file.toString(),
              0,
              "/service_type",
              "found "
                  + Words.quoted(template.serviceType())
                  + ", expected a service type that no other of your files has"));
    } else {
      templates.add(template);
    }
  }

  private void fault(Path file, String message) {
    faults.add(new TemplateFault(file.toString(), 0, "", message));
  }
}

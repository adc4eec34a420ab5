package io.keyarbor.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person's own templates: the {@code .json} files of one folder and its sub-folders. */
final class TemplateFolder {
  static final int MAX_FILES = 500;
  static final int MAX_DEPTH = 3;

  private final TemplateParser parser;
  private final List<TemplateSource> sources = new ArrayList<>();
  private final List<TemplateFault> folderFaults = new ArrayList<>();

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

  List<TemplateSource> sources() {
    return List.copyOf(sources);
  }

  List<ServiceTemplate> templates() {
    return sources.stream().flatMap(source -> source.template().stream()).toList();
  }

  List<TemplateFault> faults() {
    return Stream.concat(
            folderFaults.stream(), sources.stream().flatMap(source -> source.faults().stream()))
        .toList();
  }

  /** Whether a file is taken for a template, by its name. */
  static boolean isTemplate(Path file) {
    return file.getFileName().toString().endsWith(".json");
  }

  private void readAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
      List<Path> found =
          files.filter(TemplateFolder::isTemplate).limit(MAX_FILES + 1).sorted().toList();
      if (found.size() > MAX_FILES) {
        folderFault(folder, "found more than " + MAX_FILES + " templates; the rest is left out");
      }
      found.stream().limit(MAX_FILES).forEach(file -> sources.add(readOne(folder, file)));
    } catch (IOException | UncheckedIOException e) {
      folderFault(folder, "this folder cannot be read wholly");
    }
  }

  private TemplateSource readOne(Path folder, Path file) {
    // Opening a pipe would wait for its writer.
    if (!Files.isRegularFile(file)) {
      return faulty(folder, file, fault(file, "", "found something that is no regular file"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(TemplateParser.MAX_BYTES + 1);
      TemplateParser.Parsed parsed = parser.parse(file.toString(), text);
      Optional<TemplateFault> taken = parsed.template().flatMap(t -> taken(file, t.serviceType()));
      return taken.isPresent()
          ? faulty(folder, file, taken.get())
          : new TemplateSource(
              name(folder, file), Optional.of(file), parsed.template(), parsed.faults());
    } catch (IOException e) {
      return faulty(folder, file, fault(file, "", "this file cannot be read"));
    }
  }

  private Optional<TemplateFault> taken(Path file, String serviceType) {
    return templates().stream().anyMatch(t -> t.serviceType().equals(serviceType))
        ? Optional.of(
            fault(
                file,
                "/service_type",
                "found "
                    + Words.quoted(serviceType)
                    + ", expected a service type that no other of your files has"))
        : Optional.empty();
  }

  private static TemplateSource faulty(Path folder, Path file, TemplateFault fault) {
    return new TemplateSource(
        name(folder, file), Optional.of(file), Optional.empty(), List.of(fault));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString();
  }

  private void folderFault(Path folder, String message) {
    folderFaults.add(fault(folder, "", message));
  }

  private static TemplateFault fault(Path file, String pointer, String message) {
    return new TemplateFault(file.toString(), 0, pointer, message);
  }
}

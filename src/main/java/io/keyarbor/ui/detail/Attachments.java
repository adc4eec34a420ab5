package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The attached files of credentials: adding, removing, saving elsewhere. For the JavaFX thread; the
 * work is done off it. A file leaves the vault only into a file that a person names.
 */
final class Attachments {
  private static final int PREFIX = Credential.ATTACHMENT.length();

  private final Workspace work;

  Attachments(Workspace work) {
    this.work = work;
  }

  /** Asks for a file and adds it. */
  void choose(CredentialId id) {
    work.files()
        .open(tr("Choose the file to attach"), Optional.empty())
        .ifPresent(file -> add(id, List.of(file)));
  }

  /** Adds files, all or none. */
  void add(CredentialId id, List<Path> files) {
    work.background().run(() -> attach(id, files), this::attached, work.dialogs()::error);
  }

  private void attached(Change made) {
    Set<String> names = new HashSet<>(made.after().secretFields());
    names.removeAll(made.before().secretFields());
    work.edits()
        .undoable(
            names.size() == 1
                ? tr("“{0}” is attached", names.iterator().next().substring(PREFIX))
                : count(names.size(), "{0} file attached", "{0} files attached"),
            List.of(made.before()),
            List.of(made.after()));
  }

  private Change attach(CredentialId id, List<Path> files) {
    Credential before = current(id);
    Map<String, Secret> added = new HashMap<>();
    Set<String> taken = new HashSet<>(before.secretFields());
    try {
      for (Path path : files) {
        AttachedFile file = AttachedFile.read(path);
        String field = AttachedFile.field(file.name(), taken);
        taken.add(field);
        added.put(field, file.content());
      }
      return change(before, added, Set.of());
    } catch (IOException e) {
      throw new VaultException.Refused(e.getMessage());
    } finally {
      added.values().forEach(Secret::close);
    }
  }

  private Change change(Credential before, Map<String, Secret> added, Set<String> removed) {
    return new Change(
        before, work.session().credentials().edit(before, before.details(), added, removed));
  }

  private Credential current(CredentialId id) {
    return work.session()
        .credentials()
        .find(id)
        .orElseThrow(
            () -> new VaultException.Refused(tr("That credential was deleted meanwhile.")));
  }

  /** Takes a file out of the vault, and offers the way back. */
  void remove(CredentialId id, DetailModel.Line line) {
    work.background()
        .run(
            () -> change(current(id), Map.of(), Set.of(line.name())),
            removed ->
                work.edits()
                    .undoable(
                        tr("“{0}” is removed", line.label()),
                        List.of(removed.before()),
                        List.of(removed.after())),
            work.dialogs()::error);
  }

  private record Change(Credential before, Credential after) {}

  /** Tells how many bytes a file has. */
  void size(CredentialId id, DetailModel.Line line, Consumer<Integer> told) {
    work.background()
        .run(
            () -> {
              try (Secret content = content(id, line)) {
                return content.length();
              }
            },
            told,
            work.dialogs()::error);
  }

  /** Asks where to, and writes the file there. */
  void save(CredentialId id, DetailModel.Line line) {
    work.files()
        .save(tr("Save {0}", line.label()), Path.of(AttachedFile.plainName(line.label())))
        .ifPresent(file ->
            work.background()
                .run(
                    () -> write(id, line, file),
                    written ->
                        work.dialogs()
                            .toast(
                                tr(
                                    "Saved as {0}. Only you may read it, and it is not encrypted.",
                                    written),
                                Optional.empty()),
                    work.dialogs()::error));
  }

  private Path write(CredentialId id, DetailModel.Line line, Path file) {
    try (Secret content = content(id, line)) {
      return content.<Path, IOException>use(bytes -> {
        PrivateFile.write(file, bytes);
        return file;
      });
    } catch (IOException e) {
      throw new VaultException.Refused(
          tr(
              "{0} could not be written. Look whether the disk is full and whether you may write"
                  + " there, or choose another folder.",
              file));
    }
  }

  private Secret content(CredentialId id, DetailModel.Line line) {
    return work.session()
        .credentials()
        .secret(id, line.name())
        .orElseThrow(() -> new VaultException.Refused(tr("It is gone.")));
  }
}

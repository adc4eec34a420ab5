package io.keyarbor.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which texts the sources ask for, each in English. */
final class Keys {
  private static final Pattern IN_VIEW = Pattern.compile("\"%([^\"]*)\"");
  private static final Path RESOURCES = Path.of("src/main/resources");

  private Keys() {}

  /** Texts in calls of {@code tr} and {@code count}. */
  static Set<String> called(List<CompilationUnitTree> units) {
    Set<String> keys = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
          asked(call).forEach(argument -> keys.addAll(Sources.texts(argument)));
          return super.visitMethodInvocation(call, null);
        }
      }.scan(unit, null);
    }
    keys.removeIf(key -> !Sources.speaks(key) && !key.contains("{1}"));
    return keys;
  }

  /** Those arguments of a call that are texts to translate. */
  static List<? extends ExpressionTree> asked(MethodInvocationTree call) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    return switch (name(call)) {
      case "tr" -> arguments.subList(0, 1);
      case "count" -> arguments.size() < 3 ? List.of() : arguments.subList(1, 3);
      default -> List.of();
    };
  }

  static String name(MethodInvocationTree call) {
    return switch (call.getMethodSelect()) {
      case IdentifierTree simple -> simple.getName().toString();
      case MemberSelectTree member -> member.getIdentifier().toString();
      default -> "";
    };
  }

  /** Words that the constants of enums carry. */
  static Set<String> labels(List<CompilationUnitTree> units) {
    Set<String> keys = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void none) {
          if (type.getKind() == Tree.Kind.ENUM) {
            type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(member -> ((VariableTree) member).getInitializer())
                .filter(NewClassTree.class::isInstance)
                .flatMap(made -> ((NewClassTree) made).getArguments().stream())
                .flatMap(argument -> Sources.texts(argument).stream())
                .filter(Keys::readsAsText)
                .forEach(keys::add);
          }
          return super.visitClass(type, null);
        }
      }.scan(unit, null);
    }
    return keys;
  }

  /** Whether a person could have been meant to read that: words, or one with a capital letter. */
  static boolean readsAsText(String text) {
    return Sources.speaks(text)
        && (text.matches("(?s).*\\p{L}[,.:;]? \\p{L}.*")
            || text.matches("\\p{Lu}\\p{Ll}+….?|\\p{Lu}[\\p{Ll} ]+.?"));
  }

  /** Texts in the views. */
  static Set<String> inViews() {
    Set<String> keys = new TreeSet<>();
    each(
        RESOURCES.resolve("io/keyarbor/ui"),
        ".fxml",
        file ->
            IN_VIEW
                .matcher(read(file))
                .results()
                .map(found -> found.group(1).replace("&quot;", "\"").replace("&amp;", "&"))
                .forEach(keys::add));
    return keys;
  }

  /** What the bundled templates say under these names, such as {@code label}. */
  static Set<String> inTemplates(Set<String> names) {
    Set<String> keys = new TreeSet<>();
    each(
        RESOURCES.resolve("templates"),
        ".json",
        file -> collect(new JsonMapper().readTree(read(file)), names, false, keys));
    return keys;
  }

  private static void collect(JsonNode node, Set<String> names, boolean named, Set<String> keys) {
    if (node.isString() && named && Sources.speaks(node.asString())) {
      keys.add(node.asString());
    }
    node.forEachEntry((name, value) -> collect(value, names, names.contains(name), keys));
    if (node.isArray()) {
      node.forEach(value -> collect(value, names, named, keys));
    }
  }

  /** Every text constant in the sources, whole, wherever it stands. */
  static Set<String> constants(List<CompilationUnitTree> units) {
    Set<String> constants = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
          if (literal.getValue() instanceof String) {
            constants.addAll(Sources.texts((ExpressionTree) whole(getCurrentPath()).getLeaf()));
            constants.addAll(Sources.texts(literal));
          }
          return super.visitLiteral(literal, null);
        }
      }.scan(unit, null);
    }
    return constants;
  }

  /** The expression that a text constant is a part of. */
  static TreePath whole(TreePath path) {
    TreePath at = path;
    while (at.getParentPath().getLeaf() instanceof ParenthesizedTree
        || (at.getParentPath().getLeaf() instanceof ConditionalExpressionTree either
            && either.getCondition() != at.getLeaf())
        || (at.getParentPath().getLeaf() instanceof BinaryTree sum
            && sum.getKind() == Tree.Kind.PLUS)) {
      at = at.getParentPath();
    }
    return at;
  }

  private static void each(Path folder, String ending, Consumer<Path> read) {
    try (var files = Files.walk(folder)) {
      files.filter(f -> f.toString().endsWith(ending)).sorted().forEach(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

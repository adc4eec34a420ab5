package io.keyarbor.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own sources as trees, and the texts in them. */
final class Sources {
  static final Path MAIN = Path.of("src/main/java/io/keyarbor");

  private Sources() {}

  /** All sources under a folder, parsed and no more. */
  static List<CompilationUnitTree> parsed(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        var walk = Files.walk(folder)) {
      List<Path> sources = walk.filter(f -> f.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a source lies in the package of that name or below it. */
  static boolean isIn(CompilationUnitTree unit, String name) {
    String in = String.valueOf(unit.getPackageName());
    return in.equals(name) || in.startsWith(name + ".");
  }

  /** Stands in a text for what is known only when it runs. */
  private static final String VALUE = "\0";

  /**
   * What an expression can be as a text: each side of a condition, with {@code {0}}, {@code {1}}
   * for what is known only when it runs.
   */
  static List<String> texts(ExpressionTree expression) {
    return forms(expression).stream().map(Sources::numbered).toList();
  }

  /** Whether a text is put together from words and values by {@code +}. */
  static boolean isGlued(ExpressionTree expression) {
    return forms(expression).stream().anyMatch(f -> f.contains(VALUE) && speaks(f));
  }

  private static List<String> forms(Tree tree) {
    return switch (tree) {
      case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
      case ParenthesizedTree inner -> forms(inner.getExpression());
      case ConditionalExpressionTree either -> {
        List<String> both = new ArrayList<>(forms(either.getTrueExpression()));
        both.addAll(forms(either.getFalseExpression()));
        yield both;
      }
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
        List<String> all = new ArrayList<>();
        for (String left : forms(sum.getLeftOperand())) {
          forms(sum.getRightOperand()).forEach(right -> all.add(left + right));
        }
        yield all;
      }
      default -> List.of(VALUE);
    };
  }

  private static String numbered(String form) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String part : form.splitWithDelimiters(VALUE, -1)) {
      text.append(part.equals(VALUE) ? "{" + number++ + "}" : part);
    }
    return text.toString();
  }

  /** Whether a text has words and not only values and signs. */
  static boolean speaks(String text) {
    return text.replaceAll("\\{\\d}", "").chars().filter(Character::isLetter).count() > 1;
  }
}

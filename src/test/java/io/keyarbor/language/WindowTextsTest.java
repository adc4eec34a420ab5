package io.keyarbor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No window shows words that were not asked for in the person's language. */
class WindowTextsTest {
  /** Methods that take words which nobody reads: names of styles, keys, files and patterns. */
  private static final Set<String> NOT_READ =
      Set.of(
          "equals",
          "getProperty",
          "getResource",
          "loadFont",
          "lookup",
          "matches",
          "note",
          "on",
          "replace",
          "replaceAll",
          "setId",
          "setStyle",
          "split",
          "startsWith",
          "valueOf");

  /** Words that are the same in every language, or are no words: names, keys, a font. */
  private static final Set<String> NAMES =
      Set.of(
          "Keyarbor",
          "Personal",
          "System",
          "Delete",
          "Down",
          "Enter",
          "Esc",
          "Home",
          "Space",
          "Tab",
          "Entered",
          "-----BEGIN CERTIFICATE-----");

  /** Whoever mends the app reads these, in English. */
  private static final Set<String> FOR_THE_MENDER = Set.of("SystemFacts.java");

  @Test
  void noWordsGoAroundTheTable() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> retold = new Lines("messages.de.json").table().keySet();
    for (CompilationUnitTree unit : Sources.parsed(Sources.MAIN.resolve("ui"))) {
      new Words(unit, retold, found).scan(unit, null);
    }
    found.removeIf(place -> FOR_THE_MENDER.contains(place.substring(0, place.indexOf(':'))));
    assertEquals(List.of(), found, "say them by tr or count of language.Texts");
  }

  @Test
  void noSentenceIsGluedBeforeItIsTranslated() {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : Sources.parsed(Sources.MAIN)) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
          Keys.asked(call).stream()
              .filter(Sources::isGlued)
              .forEach(argument -> found.add(place(unit, argument)));
          return super.visitMethodInvocation(call, null);
        }
      }.scan(unit, null);
    }
    assertEquals(List.of(), found, "give the value a place, {0}, for languages order words anew");
  }

  private static String place(CompilationUnitTree unit, Tree tree) {
    String file = unit.getSourceFile().getName();
    return file.substring(file.lastIndexOf('/') + 1) + ": " + tree;
  }

  private static final class Words extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Set<String> retold;
    private final List<String> found;

    Words(CompilationUnitTree unit, Set<String> retold, List<String> found) {
      this.unit = unit;
      this.retold = retold;
      this.found = found;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text && Keys.readsAsText(text)) {
        TreePath whole = Keys.whole(getCurrentPath());
        boolean command = text.startsWith("keyarbor ");
        if (!command && !NAMES.contains(text.strip()) && !isFine(whole)) {
          found.add(place(unit, whole.getLeaf()));
        }
      }
      return super.visitLiteral(literal, null);
    }

    private boolean isFine(TreePath whole) {
      ExpressionTree text = (ExpressionTree) whole.getLeaf();
      if (retold.containsAll(Sources.texts(text))) {
        return true; // Said in English by a fault, as in the rooms below, and translated later.
      }
      return switch (whole.getParentPath().getLeaf()) {
        case MethodInvocationTree call ->
            Keys.asked(call).contains(text)
                || Keys.name(call).equals("retold")
                || NOT_READ.contains(Keys.name(call));
        case NewClassTree made -> isThrown(made) || isConstant(whole.getParentPath());
        default -> false;
      };
    }

    /** Faults of the program itself are shown by their code, never by their words. */
    private static boolean isThrown(NewClassTree made) {
      return made.getIdentifier().toString().matches("\\w+(Exception|Error)");
    }

    /** What an enum's constants carry is held by {@link GermanTest}. */
    private static boolean isConstant(TreePath made) {
      return made.getParentPath().getLeaf() instanceof VariableTree
          && made.getParentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM;
    }
  }
}

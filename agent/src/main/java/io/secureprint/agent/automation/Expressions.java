// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Expressions of the Common Expression Language over the variables of one trigger. Types are checked
/// when they are written; there are no loops but over lists, whose steps are counted, and `matches` is
/// RE2, whose time is linear. The first one in a process takes about a second.
final class Expressions {
  /// Characters.
  static final int LONGEST = 2_000;
  /// How deeply expressions may be nested, and how many steps over lists one may take.
  private static final int DEEPEST = 32;
  private static final int STEPS = 1_000;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .comprehensionMaxIterations(STEPS)
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .enableHeterogeneousNumericComparisons(true)
          .populateMacroCalls(true)
          .build();

  private final Cel cel;

  Expressions(Scope scope) {
    var builder =
        CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(scope);
    scope.variables().forEach(builder::addVar);
    cel = builder.build();
  }

  /// @throws Wrong with each place where it is wrong
  Compiled compile(String text) throws Wrong {
    try {
      CelAbstractSyntaxTree tree = cel.compile(text).getAst();
      checkPatterns(tree);
      return new Compiled(tree, cel.createProgram(tree));
    } catch (CelValidationException e) {
      throw new Wrong(e.getErrors().stream().map(Expressions::spot).toList());
    } catch (CelEvaluationException e) {
      throw new Wrong(List.of(new Spot(1, 1, String.valueOf(e.getMessage()))));
    }
  }

  /// A pattern that stands there is read when the rule is saved, and not at the first event.
  private static void checkPatterns(CelAbstractSyntaxTree tree) throws Wrong {
    List<Spot> wrong = new ArrayList<>();
    CelNavigableAst.fromAst(tree).getRoot().allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
        .filter(expr -> expr.call().function().equals("matches"))
        .map(expr -> expr.call().args().getLast())
        .filter(Expressions::isText)
        .forEach(expr -> pattern(tree, expr, wrong));
    if (!wrong.isEmpty()) {
      throw new Wrong(wrong);
    }
  }

  private static void pattern(CelAbstractSyntaxTree tree, CelExpr expr, List<Spot> wrong) {
    try {
      Pattern.compile(expr.constant().stringValue());
    } catch (PatternSyntaxException e) {
      int offset = tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
      String before = tree.getSource().getContent().toString().substring(0, offset);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = offset - before.lastIndexOf('\n');
      wrong.add(new Spot(line, column, "not a pattern: " + e.getDescription()));
    }
  }

  private static boolean isText(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private static Spot spot(CelIssue issue) {
    return new Spot(
        issue.getSourceLocation().getLine(),
        issue.getSourceLocation().getColumn() + 1,
        issue.getMessage());
  }

  /// An expression that can be evaluated any number of times. Thread-safe.
  record Compiled(CelAbstractSyntaxTree tree, Program program) {
    boolean isBoolean() {
      return tree.getResultType().name().equals("bool");
    }

    boolean isSimple() {
      return List.of("string", "int", "uint", "double", "bool", "google.protobuf.Timestamp", "dyn")
          .contains(tree.getResultType().name());
    }

    /// @throws CelEvaluationException when something that it speaks of is missing, or it takes too long
    Object value(Map<String, ?> values) throws CelEvaluationException {
      return program.eval(values);
    }
  }

  /// A place in an expression, from 1, and what is wrong there.
  record Spot(int line, int column, String words) {}

  /// It cannot be used.
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Spot> spots;

    Wrong(List<Spot> spots) {
      super("wrong in " + spots.size() + " places");
      this.spots = List.copyOf(spots);
    }

    List<Spot> spots() {
      return spots;
    }
  }
}

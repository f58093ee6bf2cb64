// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;

import io.secureprint.agent.automation.Expressions.Compiled;
import io.secureprint.agent.automation.Expressions.Wrong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A condition, cut where `&&` joins its parts, so that it can say which part was false and what that
/// part saw.
final class Condition {
  private static final int LONGEST_VALUE = 60;
  private static final String AND = "_&&_";

  private final Compiled whole;
  private final List<Part> parts;
  private final boolean discreet;

  private Condition(Compiled whole, List<Part> parts, boolean discreet) {
    this.whole = whole;
    this.parts = List.copyOf(parts);
    this.discreet = discreet;
  }

  /// A `discreet` one keeps to itself what it saw: what came from outside may be about a customer, and
  /// evaluations are kept.
  ///
  /// @throws Wrong with each place where it is wrong
  static Condition of(String text, Expressions expressions, boolean discreet) throws Wrong {
    Compiled whole = expressions.compile(text);
    if (!whole.isBoolean()) {
      throw new Wrong(
          List.of(
              new Expressions.Spot(
                  1, 1, "a condition is true or false, and this is " + whole.tree().getResultType().name())));
    }
    List<Part> parts = new ArrayList<>();
    for (CelExpr expr : conjuncts(whole.tree().getExpr())) {
      Map<String, Compiled> seen = new LinkedHashMap<>();
      for (CelExpr path : paths(expr)) {
        String words = words(whole.tree(), path);
        seen.put(words, expressions.compile(words));
      }
      String words = words(whole.tree(), expr);
      parts.add(new Part(words, expressions.compile(words), seen));
    }
    return new Condition(whole, parts, discreet);
  }

  /// What comes of it for these values.
  Why ask(Map<String, ?> values) {
    try {
      return Boolean.TRUE.equals(whole.value(values)) ? Why.FIRED : reason(values);
    } catch (CelEvaluationException e) {
      return new Why(
          Why.Code.CONDITION_FAILED,
          discreet ? e.getErrorCode().name() : String.valueOf(e.getMessage()));
    }
  }

  private Why reason(Map<String, ?> values) throws CelEvaluationException {
    for (Part part : parts) {
      if (!Boolean.TRUE.equals(part.compiled().value(values))) {
        String seen = discreet ? "" : seen(part, values);
        return new Why(Why.Code.CONDITION_FALSE, part.words() + seen);
      }
    }
    return new Why(Why.Code.CONDITION_FALSE, "");
  }

  private static String seen(Part part, Map<String, ?> values) {
    return part.seen().entrySet().stream()
        .map(path -> path.getKey() + " = " + shown(path.getValue(), values))
        .reduce((one, other) -> one + ", " + other)
        .map(all -> " (" + all + ")")
        .orElse("");
  }

  private static String shown(Compiled path, Map<String, ?> values) {
    try {
      Object value = path.value(values);
      String text = value instanceof String ? "\"" + value + "\"" : value.toString();
      return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    } catch (CelEvaluationException _) {
      return "missing";
    }
  }

  private static String words(CelAbstractSyntaxTree tree, CelExpr expr) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(expr, tree.getSource()));
  }

  private static List<CelExpr> conjuncts(CelExpr expr) {
    if (expr.getKind() != Kind.CALL || !expr.call().function().equals(AND)) {
      return List.of(expr);
    }
    return expr.call().args().stream().flatMap(arg -> conjuncts(arg).stream()).toList();
  }

  /// The names in it, with the fields behind them: `payload.new_state`. Inside of loops there are others
  /// that mean something only there.
  private static List<CelExpr> paths(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> List.of(expr);
      case SELECT ->
          isPath(expr.select().operand()) && !expr.select().testOnly()
              ? List.of(expr)
              : paths(expr.select().operand());
      case CALL -> {
        List<CelExpr> found = new ArrayList<>();
        expr.call().target().ifPresent(target -> found.addAll(paths(target)));
        expr.call().args().forEach(arg -> found.addAll(paths(arg)));
        yield found;
      }
      case LIST -> expr.list().elements().stream().flatMap(one -> paths(one).stream()).toList();
      case COMPREHENSION -> paths(expr.comprehension().iterRange());
      case CONSTANT, STRUCT, MAP, NOT_SET -> List.of();
    };
  }

  private static boolean isPath(CelExpr expr) {
    return expr.getKind() == Kind.IDENT
        || (expr.getKind() == Kind.SELECT && isPath(expr.select().operand()));
  }

  private record Part(String words, Compiled compiled, Map<String, Compiled> seen) {}
}

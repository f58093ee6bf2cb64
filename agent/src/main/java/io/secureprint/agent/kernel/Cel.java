// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/// Conditions in CEL, the Common Expression Language: no loops without end, no side effects, `matches`
/// by RE2. The first use takes about a second, so somebody should look at one early. Thread-safe.
public final class Cel {
  /// Longest condition, in code points.
  public static final int LONGEST = 500;
  private static final int MOST_ITERATIONS = 1_000;
  private static final int MOST_KEPT = 500;
  private static final CelOptions BOUNDS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .build();

  private final Map<String, CelRuntime.Program> programs =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CelRuntime.Program> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// What is wrong with a condition over these names, with line and column; empty when nothing is.
  public Optional<String> wrong(String condition, Set<String> names) {
    try {
      CelType type = compile(condition, names).getResultType();
      return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN)
          ? Optional.empty()
          : Optional.of("not a condition, but " + type.name());
    } catch (CelValidationException e) {
      return Optional.of(String.valueOf(e.getMessage()).strip());
    }
  }

  /// Whether it holds. One that asks for what is not there does not.
  public boolean holds(String condition, JsonObject data) {
    try {
      return Boolean.TRUE.equals(program(condition, data.names()).eval(data.members()));
    } catch (CelValidationException | CelEvaluationException _) {
      return false;
    }
  }

  private CelRuntime.Program program(String condition, Set<String> names)
      throws CelValidationException, CelEvaluationException {
    String key = condition + "\u0000" + names.stream().sorted().toList();
    synchronized (programs) {
      CelRuntime.Program known = programs.get(key);
      if (known != null) {
        return known;
      }
    }
    CelRuntime.Program made = builder(names).build().createProgram(compile(condition, names));
    synchronized (programs) {
      programs.put(key, made);
    }
    return made;
  }

  private static CelAbstractSyntaxTree compile(String condition, Set<String> names)
      throws CelValidationException {
    return builder(names).build().compile(condition).getAst();
  }

  private static CelBuilder builder(Set<String> names) {
    var builder =
        CelFactory.legacyCelBuilder()
            .setOptions(BOUNDS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    names.forEach(name -> builder.addVar(name, SimpleType.DYN));
    return builder;
  }
}

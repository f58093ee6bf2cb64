// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that is wrong with a workflow, for a screen: where, of what kind, and what its words want to
/// name. `advice` where it can be published all the same.
public record Fault(JsonPath where, String kind, List<String> args, boolean advice) {
  /// What a half filled in condition wants.
  private enum Wanted {
    NO_NUMBER,
    NO_VALUE
  }

  public Fault {
    args = List.copyOf(args);
  }

  /// A condition that is not filled in rightly says what its test wants.
  static Fault of(Finding finding, JsonObject text) {
    JsonPath where = place(finding.where());
    Optional<Condition.Part> unfit =
        Optional.of(where.text(text))
            .filter(_ -> finding.kind() == Finding.Kind.BAD_RULE)
            .flatMap(Condition::read)
            .flatMap(Condition::unfit);
    return unfit
        .map(part -> new Fault(where, wanted(part).name(), List.of(part.value()), false))
        .orElseGet(
            () -> new Fault(where, finding.kind().name(), finding.args(), finding.advice()));
  }

  private static Wanted wanted(Condition.Part part) {
    return part.test().isNumeric() ? Wanted.NO_NUMBER : Wanted.NO_VALUE;
  }

  /// Whether it is about a time that is too short or too long; its bounds are in milliseconds.
  public boolean isOfTime() {
    return kind.equals(Finding.Kind.OUT_OF_RANGE.name()) && where.toString().endsWith("Ms");
  }

  /// A member may be called what no path can be written with: then it is about the whole.
  private static JsonPath place(String where) {
    try {
      return JsonPath.of(where);
    } catch (IllegalArgumentException _) {
      return JsonPath.ROOT;
    }
  }

  /// The kinds there are.
  public static List<String> kinds() {
    Stream<Enum<?>> all =
        Stream.of(Finding.Kind.values(), Advice.Kind.values(), Wanted.values())
            .flatMap(Arrays::stream);
    return all.map(Enum::name).toList();
  }
}

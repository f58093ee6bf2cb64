// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.kernel.JsonPath;

import java.util.Arrays;
import java.util.List;

/// Something that is wrong with a workflow, for a screen: where, of what kind, and what its words want to
/// name. `advice` where it can be published all the same.
public record Fault(JsonPath where, String kind, List<String> args, boolean advice) {
  public Fault {
    args = List.copyOf(args);
  }

  static Fault of(Finding finding) {
    return new Fault(place(finding.where()), finding.kind().name(), finding.args(), finding.advice());
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
    return Arrays.stream(Finding.Kind.values()).map(Enum::name).toList();
  }
}

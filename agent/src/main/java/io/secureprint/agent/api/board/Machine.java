// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.kernel.GuardedLifecycle;
import io.secureprint.agent.kernel.Lifecycle;

import java.util.List;

/// A table of moves as programs see it.
public record Machine(
    @Described(value = "What it is the life of.", example = "task") String name,
    @Described("Where it begins.") String initial,
    List<String> states,
    @Described("The states that nothing leaves.") List<String> terminal,
    List<Arrow> moves,
    @Described(value = "The same as a Mermaid state diagram.", max = 10_000) String mermaid) {

  public static <S extends Enum<S>> Machine of(Lifecycle<S> table) {
    return of(new GuardedLifecycle<S, Object>(table, List.of()));
  }

  public static <S extends Enum<S>> Machine of(GuardedLifecycle<S, ?> guarded) {
    Lifecycle<S> table = guarded.table();
    return new Machine(
        table.name(),
        table.word(table.initial()),
        table.states().stream().map(table::word).toList(),
        table.states().stream().filter(table::terminal).map(table::word).toList(),
        guarded.arrows().stream()
            .map(arrow -> new Arrow(arrow.from(), arrow.to(), arrow.guards()))
            .toList(),
        table.mermaid());
  }

  /// One move, and the codes of what may stand against it.
  public record Arrow(String from, String to, List<String> guards) {}
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import io.secureprint.agent.kernel.RefusedMove.Reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A table of moves whose subjects may stand against some of them: a guard looks at what is to be
/// moved, and says why not. The same guards refuse, grey out a button and stand in the description
/// that programs read.
public final class GuardedLifecycle<S extends Enum<S>, T> {
  private final Lifecycle<S> table;
  private final List<Guard<S, T>> guards;

  public GuardedLifecycle(Lifecycle<S> table, List<Guard<S, T>> guards) {
    this.table = table;
    this.guards = List.copyOf(guards);
  }

  public Lifecycle<S> table() {
    return table;
  }

  /// Why `subject` cannot go this way; nothing when it can.
  public Optional<RefusedMove> refusal(S from, S to, T subject) {
    if (!table.allows(from, to)) {
      return table.refusal(from, to);
    }
    List<Reason> reasons = reasons(to, subject);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RefusedMove.Guarded(
                table.word(from), table.word(to), table.wordsFrom(from), reasons));
  }

  /// Every way that the table has from here, each with what stands against it now.
  public List<Choice<S>> choices(S from, T subject) {
    return table.allowedFrom(from).stream()
        .map(to -> new Choice<>(to, reasons(to, subject)))
        .toList();
  }

  /// The whole table with the codes of the guards on each move, for introspection.
  public List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    for (S from : table.states()) {
      for (S to : table.allowedFrom(from)) {
        arrows.add(new Arrow(table.word(from), table.word(to), codes(to)));
      }
    }
    return arrows;
  }

  private List<Reason> reasons(S to, T subject) {
    return guards.stream()
        .filter(guard -> guard.into() == to)
        .flatMap(guard -> guard.objection().apply(subject).stream())
        .toList();
  }

  private List<String> codes(S to) {
    return guards.stream().filter(guard -> guard.into() == to).map(Guard::code).toList();
  }

  /// Stands before one state. `objection` is empty where the subject may enter it; what it returns
  /// has this `code`.
  public record Guard<S extends Enum<S>, T>(
      S into, String code, Function<T, Optional<Reason>> objection) {}

  /// A way that could be gone; it can be gone now when there is no objection.
  public record Choice<S extends Enum<S>>(S to, List<Reason> objections) {
    public Choice {
      objections = List.copyOf(objections);
    }
  }

  /// One move by the names of the wire.
  public record Arrow(String from, String to, List<String> guards) {
    public Arrow {
      guards = List.copyOf(guards);
    }
  }
}

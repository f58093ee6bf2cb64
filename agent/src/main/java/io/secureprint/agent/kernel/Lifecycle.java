// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One table of allowed moves. It validates, refuses with what would be allowed, and draws itself,
/// so that the rules, the messages and the diagrams cannot drift apart.
public final class Lifecycle<S extends Enum<S>> {
  private final String name;
  private final Class<S> states;
  private final S initial;
  private final Map<S, Set<S>> moves;

  private Lifecycle(Builder<S> builder) {
    name = builder.name;
    states = builder.states;
    initial = builder.initial;
    moves = new EnumMap<>(builder.moves);
  }

  public static <S extends Enum<S>> Builder<S> of(String name, Class<S> states, S initial) {
    return new Builder<>(name, states, initial);
  }

  public S initial() {
    return initial;
  }

  public boolean allows(S from, S to) {
    return allowedFrom(from).contains(to);
  }

  public Set<S> allowedFrom(S from) {
    return moves.getOrDefault(from, Set.of());
  }

  public boolean terminal(S state) {
    return allowedFrom(state).isEmpty();
  }

  /// Returns `to`, or throws [InvalidTransition].
  public S move(S from, S to) {
    if (!allows(from, to)) {
      throw new InvalidTransition(name, from.name(), to.name(), allowedFrom(from).toString());
    }
    return to;
  }

  /// A Mermaid `stateDiagram-v2` of the table.
  public String mermaid() {
    String arrows =
        EnumSet.allOf(states).stream()
            .flatMap(from -> allowedFrom(from).stream().map(to -> "  " + from + " --> " + to))
            .collect(Collectors.joining("\n"));
    return "stateDiagram-v2\n  [*] --> " + initial + "\n" + arrows + "\n";
  }

  /// Collects the moves.
  public static final class Builder<S extends Enum<S>> {
    private final String name;
    private final Class<S> states;
    private final S initial;
    private final Map<S, Set<S>> moves;

    private Builder(String name, Class<S> states, S initial) {
      this.name = name;
      this.states = states;
      this.initial = initial;
      this.moves = new EnumMap<>(states);
    }

    @SafeVarargs
    public final Builder<S> move(S from, S... to) {
      Set<S> allowed = moves.computeIfAbsent(from, _ -> EnumSet.noneOf(states));
      for (S state : to) {
        allowed.add(state);
      }
      return this;
    }

    public Lifecycle<S> build() {
      return new Lifecycle<>(this);
    }
  }
}

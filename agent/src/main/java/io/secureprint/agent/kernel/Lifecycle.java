// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One table of allowed moves. It validates, refuses with what would be allowed, and draws itself,
/// so that the rules, the messages and the diagrams cannot drift apart.
public final class Lifecycle<S extends Enum<S>> {
  private final String name;
  private final Class<S> states;
  private final S initial;
  private final Map<S, Set<S>> moves;
  private final boolean lowerCase;

  private Lifecycle(Builder<S> builder) {
    name = builder.name;
    states = builder.states;
    initial = builder.initial;
    moves = new EnumMap<>(builder.moves);
    lowerCase = builder.lowerCase;
  }

  public static <S extends Enum<S>> Builder<S> of(String name, Class<S> states, S initial) {
    return new Builder<>(name, states, initial);
  }

  /// What it is the life of.
  public String name() {
    return name;
  }

  public List<S> states() {
    return List.copyOf(EnumSet.allOf(states));
  }

  /// A state's name on the wire and in tables.
  public String word(S state) {
    return lowerCase ? state.name().toLowerCase(Locale.ROOT) : state.name();
  }

  /// The state with this name on the wire.
  public Optional<S> find(String word) {
    return states().stream().filter(state -> word(state).equals(word)).findFirst();
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

  /// Why the table has no such move; nothing when it has.
  public Optional<RefusedMove> refusal(S from, S to) {
    return allows(from, to)
        ? Optional.empty()
        : Optional.of(new RefusedMove.NoSuchMove(word(from), word(to), wordsFrom(from)));
  }

  /// Returns `to`, or throws [InvalidTransition].
  public S move(S from, S to) {
    refusal(from, to)
        .ifPresent(
            refused -> {
              throw new InvalidTransition(name, refused);
            });
    return to;
  }

  List<String> wordsFrom(S from) {
    return allowedFrom(from).stream().map(this::word).toList();
  }

  /// A Mermaid `stateDiagram-v2` of the table.
  public String mermaid() {
    String arrows =
        states().stream()
            .flatMap(from -> wordsFrom(from).stream().map(to -> "  " + word(from) + " --> " + to))
            .collect(Collectors.joining("\n"));
    return "stateDiagram-v2\n  [*] --> " + word(initial) + "\n" + arrows + "\n";
  }

  /// Collects the moves.
  public static final class Builder<S extends Enum<S>> {
    private final String name;
    private final Class<S> states;
    private final S initial;
    private final Map<S, Set<S>> moves;
    private boolean lowerCase;

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

    /// Its states go by lower-case names outside of the program.
    public Builder<S> lowerCase() {
      lowerCase = true;
      return this;
    }

    public Lifecycle<S> build() {
      return new Lifecycle<>(this);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Refusal;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.function.Function;
import java.util.function.Supplier;

/// One wish at a time, beside the screen since it may ask for a PIN, and what came of it.
final class Wishing {
  private final Background background;
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Nothing());

  Wishing(Background background) {
    this.background = background;
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// A wish while another is under way is not heard; `done` says what a person is told.
  <T> void ask(Supplier<Answer<T>> wish, Function<T, Outcome> done) {
    if (outcome.get() instanceof Outcome.Working) {
      return;
    }
    outcome.set(new Outcome.Working());
    background.run(wish, answer -> outcome.set(told(answer, done)), this::fail);
  }

  /// What was told has been read.
  void forget() {
    if (!(outcome.get() instanceof Outcome.Working)) {
      outcome.set(new Outcome.Nothing());
    }
  }

  /// Something else went wrong that a person must be told.
  void fail() {
    outcome.set(new Outcome.Refused(new Refusal.Conflict("INTERNAL")));
  }

  private static <T> Outcome told(Answer<T> answer, Function<T, Outcome> done) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> done.apply(value);
      case Answer.Refused<T>(Refusal why) -> new Outcome.Refused(why);
    };
  }
}

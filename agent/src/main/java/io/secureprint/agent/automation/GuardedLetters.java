// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Keeper.Right;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.outbox.Outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The dead letters, settled by the name of whoever decided.
record GuardedLetters(Outbox outbox, Keeper keeper) implements LetterDesk {
  @Override
  public List<DeadLetter> open() {
    return outbox.deadLetters();
  }

  @Override
  public Optional<String> retry(DeadLetter letter, String actor) {
    return by(actor, name -> outbox.retry(letter.consumer(), letter.seq(), name));
  }

  @Override
  public Optional<String> dismiss(DeadLetter letter, String actor) {
    return by(actor, name -> outbox.dismiss(letter.consumer(), letter.seq(), name));
  }

  private Optional<String> by(String actor, Function<String, Outbox.Answer> wish) {
    Optional<String> author = keeper.author(Right.CHANGE, actor);
    if (author.isEmpty()) {
      return Optional.of(GuardedAutomations.PIN_NEEDED);
    }
    return switch (wish.apply(author.get())) {
      case DONE -> Optional.empty();
      case UNKNOWN, NOT_NOW -> Optional.of("DEAD_LETTER_SETTLED");
    };
  }
}

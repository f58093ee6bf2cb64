// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where every wish is handed in: each is granted wholly or not at all, once for each command id,
/// within a correlation, and whoever follows the board hears of it after it is true.
final class Counter {
  /// For how long a command id is remembered.
  private static final Duration MEMORY = Duration.ofDays(7);

  private final UnitOfWork unitOfWork;
  private final CommandRows commands;
  private final Ids ids;
  private final InstantSource clock;
  private final Runnable changed;

  Counter(
      UnitOfWork unitOfWork,
      CommandRows commands,
      Ids ids,
      InstantSource clock,
      Runnable changed) {
    this.unitOfWork = unitOfWork;
    this.commands = commands;
    this.ids = ids;
    this.clock = clock;
    this.changed = changed;
  }

  /// The time as both databases keep it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String newId() {
    return ids.hex128();
  }

  <T> T read(Supplier<T> question) {
    return unitOfWork.call(Durability.STEP, question);
  }

  /// Grants `wish`. `request` says all that is wished for, so that a command id that comes again with
  /// something else is found out; `again` finds what came of it before, as it is by now.
  <T extends Named> Answer<T> grant(
      Caller caller,
      String request,
      Function<String, Optional<T>> again,
      Function<Caller, Answer<T>> wish) {
    Optional<Refusal> faulty = fault(caller);
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    Caller known = correlated(caller);
    try {
      return granted(known, request, again, wish);
    } catch (CommandRows.Taken _) {
      // The other one is through by now, and this one finds its answer.
      return granted(known, request, again, wish);
    }
  }

  /// Grants what may as well be granted twice, whatever its command id.
  <T> Answer<T> settle(Caller caller, Function<Caller, Answer<T>> wish) {
    return fault(caller)
        .<Answer<T>>map(Answer.Refused::new)
        .orElseGet(
            () ->
                unitOfWork.call(
                    Durability.STEP, () -> told(wish.apply(correlated(caller)))));
  }

  private static Optional<Refusal> fault(Caller caller) {
    return new Faults()
        .foreign("command_id", caller.commandId())
        .foreign("correlation_id", caller.correlationId())
        .refusal();
  }

  private Caller correlated(Caller caller) {
    return caller.correlationId() == null ? caller.within(ids.hex128()) : caller;
  }

  private <T extends Named> Answer<T> granted(
      Caller caller,
      String request,
      Function<String, Optional<T>> again,
      Function<Caller, Answer<T>> wish) {
    String commandId = caller.commandId();
    if (commandId == null) {
      return unitOfWork.call(Durability.STEP, () -> told(wish.apply(caller)));
    }
    String hash = Sha256.hex(request);
    return unitOfWork.call(
        Durability.STEP,
        () -> {
          Optional<CommandRows.Granted> before = commands.find(caller.name(), commandId);
          if (before.isPresent()) {
            return repeated(before.get(), hash, again);
          }
          return granted(caller, new Numbered(commandId, hash), again, told(wish.apply(caller)));
        });
  }

  private <T extends Named> Answer<T> granted(
      Caller caller,
      Numbered command,
      Function<String, Optional<T>> again,
      Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> {
        CommandRows.Granted granted =
            new CommandRows.Granted(command.hash(), done.value().id());
        noteDown(caller, command.id(), granted);
        yield done;
      }
      // It may have waited for its twin, which did what it can do no more.
      case Answer.Refused<T> refused ->
          commands
              .find(caller.name(), command.id())
              .map(twin -> repeated(twin, command.hash(), again))
              .orElse(refused);
    };
  }

  /// A command by its number, and the hash of what it asks.
  private record Numbered(String id, String hash) {}

  private void noteDown(Caller caller, String commandId, CommandRows.Granted granted) {
    Instant now = now();
    commands.insert(caller.name(), commandId, granted, now, now.minus(MEMORY));
  }

  private <T> Answer<T> told(Answer<T> answer) {
    if (answer instanceof Answer.Done<T>) {
      unitOfWork.afterCommit(changed);
    }
    return answer;
  }

  private static <T> Answer<T> repeated(
      CommandRows.Granted before, String hash, Function<String, Optional<T>> again) {
    return before.request().equals(hash)
        ? again
            .apply(before.subject())
            .<Answer<T>>map(Answer.Done::new)
            .orElseGet(() -> Answer.refused(new Refusal.Conflict("COMMAND_REUSED")))
        : Answer.refused(new Refusal.Conflict("COMMAND_REUSED"));
  }
}

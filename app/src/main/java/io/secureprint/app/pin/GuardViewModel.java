// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/// Who is at the console, the lock over it, and the PIN that something waits for.
public final class GuardViewModel implements Shift.Asker, AutoCloseable {
  private final Shift shift;
  private final Background background;
  private final InstantSource clock;
  private final Executor screen;
  private final Followed<Shift.State> state;
  private final ObservableValue<@Nullable PinPadViewModel> login;
  private final ReadOnlyObjectWrapper<@Nullable PinRequest> request = new ReadOnlyObjectWrapper<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
  private volatile boolean closed;

  /// @param screen where properties may change
  public GuardViewModel(
      Shift shift, Background background, InstantSource clock, Executor screen) {
    this.shift = shift;
    this.background = background;
    this.clock = clock;
    this.screen = screen;
    this.state = new Followed<>(shift.state(), screen);
    this.login = state.property().map(now -> now instanceof Shift.State.Locked ? loginPad() : null);
    shift.asksBy(this);
  }

  public ReadOnlyObjectProperty<Shift.State> state() {
    return state.property();
  }

  /// The pad on the lock; null while the console is open.
  ObservableValue<@Nullable PinPadViewModel> login() {
    return login;
  }

  /// What is being asked for; null most of the time.
  ReadOnlyObjectProperty<@Nullable PinRequest> request() {
    return request.getReadOnlyProperty();
  }

  /// Somebody moved here.
  void onTouch() {
    shift.touch();
  }

  public void onLock() {
    shift.lock();
  }

  /// Does it at once where no PIN is needed, else once one was typed; never when that is given up.
  /// On the screen's thread.
  public void pass(Permission permission, Runnable then) {
    Shift.Wish wish = new Shift.Wish(permission, Paise.ZERO);
    background.run(
        () -> shift.person(wish, "").isPresent(),
        may -> {
          if (may) {
            then.run();
          }
        },
        () -> {});
  }

  /// One after the other: a second thing waits until the first is decided. The screen's thread must
  /// not call this, since it shows the pad.
  @Override
  public boolean asked(Shift.Wish wish) {
    oneAtATime.lock();
    try {
      CompletableFuture<Boolean> decided = new CompletableFuture<>();
      screen.execute(() -> show(wish, decided));
      return decided.join();
    } finally {
      oneAtATime.unlock();
    }
  }

  void onGiveUp() {
    request.set(null);
    answer.complete(false);
  }

  @Override
  public void close() {
    closed = true;
    onGiveUp();
    state.close();
    shift.asksBy(_ -> false);
  }

  private void show(Shift.Wish wish, CompletableFuture<Boolean> decided) {
    List<Person> who = shift.whoMay(wish.permission());
    if (closed || who.isEmpty()) {
      decided.complete(false);
      return;
    }
    answer = decided;
    PinPadViewModel pad =
        new PinPadViewModel(
            who,
            (person, pin) -> shift.authorize(wish.permission(), person, pin),
            _ -> {
              request.set(null);
              decided.complete(true);
            },
            background,
            clock);
    shift.present().filter(who::contains).ifPresent(pad.chosen()::set);
    request.set(new PinRequest(wish, pad));
  }

  private PinPadViewModel loginPad() {
    return new PinPadViewModel(
        shift.whoMay(Permission.LOOK), shift::enter, _ -> {}, background, clock);
  }
}

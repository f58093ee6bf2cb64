// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class GuardViewModelTest {
  private static final Shift.Wish MUCH = new Shift.Wish(Permission.TAKE_MUCH, new Paise(40_000));

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private Shift shift;
  private GuardViewModel guard;

  @BeforeEach
  void ravisShift() {
    shift = new SampleStaff(folder, clock).hire().shift();
    TestStaff.enter(shift, "Ravi");
    guard =
        new GuardViewModel(
            shift, new Background(Runnable::run, Runnable::run), clock, Runnable::run);
  }

  @AfterEach
  void close() {
    guard.close();
    work.shutdown();
  }

  @Test
  void whatNeedsAPinIsAskedForEachTime() {
    for (int time = 1; time <= 2; time++) {
      CompletableFuture<Optional<String>> answer = wished(MUCH);
      assertThat(asked().wish()).isEqualTo(MUCH);
      assertThat(asked().pad().chosen().get().name()).isEqualTo("Ravi");
      type(asked().pad(), "8520");
      assertThat(answer.join()).contains("Ravi");
      assertThat(guard.request().get()).isNull();
    }
  }

  @Test
  void onlyThoseWhoMayAreOnThePad() {
    CompletableFuture<Optional<String>> answer =
        wished(new Shift.Wish(Permission.CHANGE_SETTINGS, Paise.ZERO));
    assertThat(asked().pad().who()).extracting(Person::name).containsExactly("Asha");
    type(asked().pad(), "8520");
    assertThat(asked().pad().code().get()).isEqualTo("PIN_WRONG");
    type(asked().pad(), "4711");
    assertThat(answer.join()).contains("Asha");
  }

  @Test
  void whatIsGivenUpIsNotDone() {
    CompletableFuture<Optional<String>> answer = wished(MUCH);
    asked();
    guard.onGiveUp();
    assertThat(answer.join()).isEmpty();
    assertThat(guard.request().get()).isNull();
  }

  @Test
  void aSecondWishWaitsForItsTurn() {
    CompletableFuture<Optional<String>> first = wished(MUCH);
    PinRequest shown = asked();
    Shift.Wish back = new Shift.Wish(Permission.GIVE_BACK, new Paise(500));
    CompletableFuture<Optional<String>> second = wished(back);
    await().during(Duration.ofMillis(300)).until(() -> shown.equals(guard.request().get()));
    guard.onGiveUp();
    assertThat(first.join()).isEmpty();
    await().until(() -> guard.request().get() != null);
    assertThat(asked().wish()).isEqualTo(back);
    guard.onGiveUp();
    assertThat(second.join()).isEmpty();
  }

  @Test
  void aConsoleThatClosesKeepsNobodyWaiting() {
    CompletableFuture<Optional<String>> answer = wished(MUCH);
    asked();
    guard.close();
    assertThat(answer.join()).isEmpty();
    assertThat(wished(MUCH).join()).isEmpty();
  }

  @Test
  void whoeverComesToALockedConsoleLogsInByPin() {
    assertThat(guard.login().getValue()).isNull();
    guard.onLock();
    PinPadViewModel login = requireNonNull(guard.login().getValue());
    assertThat(login.who()).extracting(Person::name).containsExactly("Asha", "Ravi", "Meena");
    type(login, "4711");
    assertThat(guard.login().getValue()).isNull();
    assertThat(shift.present().map(Person::name)).contains("Asha");
  }

  @Test
  void whatNeedsNoPinIsDoneAtOnce() {
    List<String> done = new ArrayList<>();
    guard.pass(Permission.SERVE, () -> done.add("served"));
    assertThat(done).containsExactly("served");
  }

  private CompletableFuture<Optional<String>> wished(Shift.Wish wish) {
    return CompletableFuture.supplyAsync(() -> shift.person(wish, ""), work);
  }

  private PinRequest asked() {
    await().until(() -> guard.request().get() != null);
    return requireNonNull(guard.request().get());
  }

  private static void type(PinPadViewModel pad, String digits) {
    digits.codePoints().forEach(pad::onDigit);
    pad.onEnter();
  }
}

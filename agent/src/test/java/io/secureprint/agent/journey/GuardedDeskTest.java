// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static io.secureprint.agent.access.TestStaff.enter;
import static io.secureprint.agent.access.TestStaff.id;
import static io.secureprint.agent.access.TestStaff.pin;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.kernel.Paise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class GuardedDeskTest {
  private static final Desk.Answer NEEDS_PIN = new Desk.Answer.Refused("PIN_NEEDED");

  @TempDir private Path folder;
  private final List<String> done = new ArrayList<>();
  private Desk.Answer answer = new Desk.Answer.Done();

  /// What each command takes, for somebody who has logged in.
  @ParameterizedTest
  @CsvSource({
    "confirmCash 20000, no, yes, yes",
    "confirmCash 20001, no, pin, pin",
    "confirmUpi 20000, no, yes, yes",
    "confirmUpi 20001, no, pin, pin",
    "mark 1, no, pin, pin",
    "accept 0, no, pin, pin",
    "useCredit 0, no, yes, yes",
    "cancel 0, no, yes, yes",
    "reopen 0, no, no, pin",
    "HAND 1, no, pin, pin",
    "HAND_PART 1, no, pin, pin",
    "GATEWAY 1, no, pin, pin",
    "GATEWAY_PART 1, no, pin, pin",
    "CREDIT 1, no, pin, pin",
    "CREDIT_PART 1, no, pin, pin",
    "PRINTED 1, no, yes, yes"
  })
  void whatEachCommandTakes(String command, String auditor, String staff, String owner)
      throws IOException {
    staff().hire();
    assertThat(List.of(may("Meena", command), may("Ravi", command), may("Asha", command)))
        .containsExactly(auditor, staff, owner);
  }

  @Test
  void aShopWithoutPinsBooksWhatTheScreenCallsItself() {
    assertThat(ask(desk(staff().shift()), "HAND 1")).isEqualTo(new Desk.Answer.Done());
    assertThat(done).containsExactly("HAND console");
  }

  @Test
  void whoTypesFiveWrongReferencesNeedsTheOwnerFromThenOn() throws IOException {
    staff().hire();
    Shift shift = staff().shift();
    Desk desk = desk(shift);
    enter(shift, "Ravi");
    answer = new Desk.Answer.Refused("UTR_WRONG");
    for (int i = 0; i < 5; i++) {
      assertThat(ask(desk, "confirmUpi 100")).isEqualTo(answer);
    }
    answer = new Desk.Answer.Done();
    assertThat(ask(desk, "confirmUpi 100")).isEqualTo(NEEDS_PIN);
    shift.asksBy(
        wish ->
            shift.authorize(wish.permission(), id(shift, "Ravi"), pin("Ravi"))
                instanceof Shift.Entry.Open);
    assertThat(ask(desk, "confirmUpi 100")).isEqualTo(NEEDS_PIN);
    shift.asksBy(
        wish ->
            shift.authorize(wish.permission(), id(shift, "Asha"), pin("Asha"))
                instanceof Shift.Entry.Open);
    assertThat(ask(desk, "confirmUpi 100")).isEqualTo(answer);
    assertThat(ask(desk, "confirmUpi 100")).isEqualTo(answer);
    assertThat(done.subList(5, 7)).containsExactly("confirmUpi Asha", "confirmUpi Ravi");
  }

  @Test
  void theTableNamesEveryCommand() throws NoSuchMethodException {
    CsvSource table =
        GuardedDeskTest.class
            .getDeclaredMethod(
                "whatEachCommandTakes", String.class, String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    long commands =
        Arrays.stream(Desk.class.getMethods())
            .filter(method -> method.getReturnType() == Desk.Answer.class)
            .count();
    long named =
        Arrays.stream(table.value()).map(row -> row.split(" ", 2)[0]).distinct().count();
    assertThat(named).isEqualTo(commands + Owed.Way.values().length);
  }

  /// `yes` when the login was enough, `pin` when a PIN was asked for and helped, `no` when the role
  /// is not enough.
  private String may(String name, String command) {
    Shift shift = staff().shift();
    Desk desk = desk(shift);
    enter(shift, name);
    done.clear();
    String said = "yes";
    if (ask(desk, command).equals(NEEDS_PIN)) {
      shift.asksBy(
          wish ->
              shift.authorize(wish.permission(), id(shift, name), pin(name))
                  instanceof Shift.Entry.Open);
      said = ask(desk, command).equals(NEEDS_PIN) ? "no" : "pin";
    }
    assertThat(done)
        .isEqualTo(said.equals("no") ? List.of() : List.of(command.split(" ", 2)[0] + " " + name));
    return said;
  }

  private static Desk.Answer ask(Desk desk, String command) {
    String[] words = command.split(" ", 2);
    Paise amount = new Paise(Long.parseLong(words[1]));
    return switch (words[0]) {
      case "confirmCash" -> desk.confirmCash("s", amount, "console");
      case "confirmUpi" -> desk.confirmUpi("s", amount, "1234", "console");
      case "mark" -> desk.mark("s", amount, "123456781234", "console");
      case "accept" -> desk.accept("s", "rest in cash", "console");
      case "useCredit" -> desk.useCredit("s", "K7MP-3QXD", "console");
      case "cancel" -> desk.cancel("s", "console");
      case "reopen" -> desk.reopen("console");
      default -> settle(desk, Owed.Way.valueOf(words[0]), amount);
    };
  }

  private static Desk.Answer settle(Desk desk, Owed.Way way, Paise amount) {
    return switch (desk.owed().settle("c", way, amount, "console")) {
      case Owed.Settled.Done _, Owed.Settled.Credited _ -> new Desk.Answer.Done();
      case Owed.Settled.Refused(String code) -> new Desk.Answer.Refused(code);
    };
  }

  /// Behind the guard everything is done, and noted with who did it.
  private Desk desk(Shift shift) {
    Object owed =
        yes(
            Owed.class,
            (_, _, arguments) -> {
              done.add(arguments[1] + " " + arguments[3]);
              return new Owed.Settled.Done(Paise.ZERO);
            });
    Object desk =
        yes(
            Desk.class,
            (_, method, arguments) -> {
              if (method.getName().equals("owed")) {
                return owed;
              }
              done.add(method.getName() + " " + arguments[arguments.length - 1]);
              return answer;
            });
    return new GuardedDesk((Desk) desk, shift);
  }

  private static Object yes(Class<?> port, InvocationHandler handler) {
    return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler);
  }

  private TestStaff staff() {
    return new TestStaff(folder, new SettableClock(), new ArrayList<>());
  }
}

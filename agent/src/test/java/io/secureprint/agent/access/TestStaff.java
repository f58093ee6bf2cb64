// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.kernel.UnitOfWork;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Asha who owns a shop, Ravi who serves there, and Meena who looks at its books. `booked` gets each
/// event as `type actor`.
public record TestStaff(Path folder, InstantSource clock, List<String> booked) {
  public static final Duration LOCK = Duration.ofMinutes(10);
  public static final Duration AGAIN = Duration.ofMinutes(5);

  public void hire() throws IOException {
    hire(file());
  }

  /// With hashes that are quickly checked.
  public static void hire(Path file) throws IOException {
    People.Book three =
        new People.Book(
            List.of(kept("Asha", Role.OWNER), kept("Ravi", Role.STAFF), kept("Meena", Role.AUDITOR)));
    PrivateFile.write(file, JsonMapper.shared().writeValueAsBytes(three));
  }

  private static People.Kept kept(String name, Role role) {
    Ids ids = Ids.secure();
    return new People.Kept(
        new Person(ids.hex128(), name, role), PinHash.of(pin(name), ids, 64, 1));
  }

  public People people() {
    return new People(file(), Ids.secure());
  }

  public Shift shift() {
    return new Shift(
        people(),
        new PinDoor(people(), folder.resolve("pin-waits.json"), clock),
        new Shift.Rules(LOCK, AGAIN, new Paise(20_000)),
        records(),
        clock);
  }

  public Shift.Records records() {
    return new Shift.Records(
        event -> booked.add(event.type() + " " + event.actor()), new AtOnce());
  }

  private Path file() {
    return folder.resolve("people.json");
  }

  public static void enter(Shift shift, String name) {
    assertThat(shift.enter(id(shift, name), pin(name))).isInstanceOf(Shift.Entry.Open.class);
  }

  public static void authorize(Shift shift, Permission permission, String name) {
    assertThat(shift.authorize(permission, id(shift, name), pin(name)))
        .isInstanceOf(Shift.Entry.Open.class);
  }

  public static String id(Shift shift, String name) {
    return shift.whoMay(Permission.LOOK).stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  public static Pin pin(String name) {
    return new Pin(pinOf(name).toCharArray());
  }

  public static String pinOf(String name) {
    return switch (name) {
      case "Asha" -> "4711";
      case "Ravi" -> "8520";
      default -> "1357";
    };
  }

  /// Nothing to commit.
  private static final class AtOnce implements UnitOfWork {
    @Override
    public <T> T call(Durability durability, Supplier<T> work) {
      return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
      action.run();
    }
  }
}

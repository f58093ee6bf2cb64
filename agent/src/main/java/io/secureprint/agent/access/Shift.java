// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is at the console, and what that person may do without typing a PIN again. Thread-safe.
public final class Shift {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration ONE_TIME = Duration.ofMinutes(1);
  private static final List<Person> UNREADABLE = List.of(new Person("", "?", Role.OWNER));

  private final People people;
  private final PinDoor door;
  private final Records records;
  private final InstantSource clock;
  private final Observable<State> state;
  private final Map<Permission, Grant> grants = new EnumMap<>(Permission.class);
  private volatile Rules rules;
  private volatile Asker asker = _ -> false;
  private volatile Instant lastTouch;
  private volatile boolean readable = true;
  private Instant lastPin = Instant.MIN;

  public Shift(People people, PinDoor door, Rules rules, Records records, InstantSource clock) {
    this.people = people;
    this.door = door;
    this.rules = rules;
    this.records = records;
    this.clock = clock;
    this.lastTouch = clock.instant();
    this.state = new Observable<>(new State.Locked());
    look();
  }

  public Observable<State> state() {
    return state;
  }

  /// Who is at the console, if anybody is known to be.
  public Optional<Person> present() {
    return state.get() instanceof State.Present(Person person)
        ? Optional.of(person)
        : Optional.empty();
  }

  /// How a PIN is asked for when something needs one; until there is a way, it is not done.
  public void asksBy(Asker way) {
    asker = way;
  }

  /// Keeps to other rules from now on.
  public void follow(Rules next) {
    rules = next;
  }

  /// What it takes to take so much money on a person's word.
  public Permission toTake(Paise amount) {
    return amount.compareTo(rules.pinAbove()) > 0 ? Permission.TAKE_MUCH : Permission.SERVE;
  }

  /// Who may do this, owners first.
  public List<Person> whoMay(Permission permission) {
    return everybody().stream().filter(person -> person.role().covers(permission.least())).toList();
  }

  /// Whether a PIN would be asked for.
  public boolean asks(Permission permission) {
    return isGuarded() && allowed(permission, false).isEmpty();
  }

  /// Gets hold of somebody who may do this and answers for it, by asking for a PIN where one is
  /// needed: the name for the books. Nothing when nobody was found. Blocks while it asks, so it is
  /// not for the thread that draws. `unguarded` answers where the shop has no PINs.
  public Optional<String> person(Wish wish, String unguarded) {
    if (!isGuarded()) {
      return Optional.of(unguarded);
    }
    return allowed(wish.permission(), true)
        .or(() -> asker.asked(wish) ? allowed(wish.permission(), true) : Optional.empty())
        .map(Person::name);
  }

  /// Logs somebody in.
  public Entry enter(String personId, Pin pin) {
    return knocked(personId, pin, person -> {
      grants.clear();
      touch();
      state.set(new State.Present(person));
      records.append(person, "PersonCameIn", Map.of());
      return true;
    });
  }

  /// Lets somebody do one thing, whoever is logged in.
  public Entry authorize(Permission permission, String personId, Pin pin) {
    return knocked(personId, pin, person -> {
      if (!person.role().covers(permission.least())) {
        return false;
      }
      Duration lasts =
          permission.asks() == Permission.Asks.EACH_TIME ? ONE_TIME : rules.askAgainAfter();
      grants.put(permission, new Grant(person, clock.instant().plus(lasts)));
      touch();
      records.append(person, "PersonAllowed", Map.of("permission", permission.name()));
      return true;
    });
  }

  /// What was allowed to somebody else than the person at the console is over.
  public synchronized void giveUp(Permission permission) {
    grants.remove(permission);
  }

  /// Somebody moved at the console.
  public void touch() {
    lastTouch = clock.instant();
  }

  public synchronized void lock() {
    if (state.get() instanceof State.Present(Person person)) {
      records.append(person, "PersonLeft", Map.of());
      grants.clear();
      lastPin = Instant.MIN;
      state.set(new State.Locked());
    }
  }

  /// Locks when nobody moved for long enough, and sees who has come and gone in the list of people.
  /// Called every two seconds.
  public void tick() {
    Duration idle = Duration.between(lastTouch, clock.instant());
    if (rules.lockAfter().isPositive() && idle.compareTo(rules.lockAfter()) >= 0) {
      lock();
    }
    look();
  }

  private synchronized void look() {
    List<Person> now = everybody();
    boolean gone = present().filter(person -> !now.contains(person)).isPresent();
    if (gone || (!now.isEmpty() && state.get() instanceof State.Unguarded)) {
      grants.clear();
      state.set(new State.Locked());
    }
    if (now.isEmpty() && !(state.get() instanceof State.Unguarded)) {
      state.set(new State.Unguarded());
    }
  }

  private boolean isGuarded() {
    return !everybody().isEmpty();
  }

  /// A list that cannot be read is no reason to let everybody in.
  private List<Person> everybody() {
    try {
      List<Person> read = people.all();
      readable = true;
      return read;
    } catch (IOException e) {
      if (readable) {
        LOG.error("the people of the shop cannot be read", e);
      }
      readable = false;
      return UNREADABLE;
    }
  }

  private synchronized Optional<Person> allowed(Permission permission, boolean spend) {
    Instant now = clock.instant();
    Grant grant = grants.get(permission);
    if (grant != null && now.isBefore(grant.until())) {
      if (spend && permission.asks() == Permission.Asks.EACH_TIME) {
        grants.remove(permission);
      }
      return Optional.of(grant.person());
    }
    return present()
        .filter(person -> person.role().covers(permission.least()))
        .filter(_ -> isFresh(permission, now));
  }

  private boolean isFresh(Permission permission, Instant now) {
    return switch (permission.asks()) {
      case AT_LOGIN -> true;
      case AGAIN -> lastPin.isAfter(now.minus(rules.askAgainAfter()));
      case EACH_TIME -> false;
    };
  }

  private Entry knocked(String personId, Pin pin, Welcome welcome) {
    try {
      return switch (door.knock(personId, pin)) {
        case PinDoor.Knock.Right(Person person) -> welcomed(person, welcome);
        case PinDoor.Knock.Wrong(Duration wait) -> {
          find(personId).ifPresent(who -> records.append(who, "PinWrong", Map.of()));
          yield new Entry.Refused("PIN_WRONG", wait);
        }
        case PinDoor.Knock.Wait(Duration left) -> new Entry.Refused("PIN_WAIT", left);
      };
    } catch (IOException e) {
      LOG.error("a PIN could not be looked at", e);
      return new Entry.Refused("STORAGE_FAILED", Duration.ZERO);
    }
  }

  private synchronized Entry welcomed(Person person, Welcome welcome) {
    if (!welcome.to(person)) {
      return new Entry.Refused("ROLE_MISSING", Duration.ZERO);
    }
    if (present().filter(person::equals).isPresent()) {
      lastPin = clock.instant();
    }
    return new Entry.Open(person);
  }

  private Optional<Person> find(String personId) {
    return everybody().stream().filter(person -> person.id().equals(personId)).findFirst();
  }

  private record Grant(Person person, Instant until) {}

  @FunctionalInterface
  private interface Welcome {
    boolean to(Person person);
  }

  /// When the console locks by itself (never where zero), for how long a PIN counts, and above which
  /// sum taking money on a person's word needs one.
  public record Rules(Duration lockAfter, Duration askAgainAfter, Paise pinAbove) {}

  /// What is to be done, and about how much money; zero where it is not about money.
  public record Wish(Permission permission, Paise amount) {}

  /// Asks a person for a PIN.
  @FunctionalInterface
  public interface Asker {
    /// Blocks until somebody was allowed to ([Shift#authorize]) or gave up; false when given up.
    boolean asked(Wish wish);
  }

  /// Who is at the console.
  public sealed interface State {
    /// The shop has no PINs.
    record Unguarded() implements State {}

    record Locked() implements State {}

    record Present(Person person) implements State {}
  }

  /// What came of a PIN; a refusal names its code (`PIN_WRONG`, `PIN_WAIT`, `ROLE_MISSING`,
  /// `STORAGE_FAILED`) and how long to wait.
  public sealed interface Entry {
    record Open(Person person) implements Entry {}

    record Refused(String code, Duration pause) implements Entry {}
  }

  /// Where comings and goings are written down. A store that fails keeps nobody out.
  public record Records(EventLog events, UnitOfWork unitOfWork) {
    public void append(EventLog.Event event) {
      try {
        unitOfWork.run(Durability.STEP, () -> events.append(event));
      } catch (UnitOfWork.Unavailable e) {
        LOG.error("{} by {} is not on record", event.type(), event.actor(), e);
      }
    }

    private void append(Person person, String type, Map<String, ?> payload) {
      append(new EventLog.Event("person", person.id(), type, payload, person.name(), ""));
    }
  }
}

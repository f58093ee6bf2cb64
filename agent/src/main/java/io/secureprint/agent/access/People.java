// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Who works in the shop, each with a PIN, in a file for the shop's user alone. While there is nobody
/// no PIN is asked for. The file is read each time, so that a PIN that is set beside the running shop
/// counts at once. Thread-safe.
public final class People {
  private static final int MOST = 50;
  private static final long LONGEST_FILE = 64 << 10;

  private final Path file;
  private final Ids ids;

  /// `file` may be missing.
  public People(Path file, Ids ids) {
    this.file = file;
    this.ids = ids;
  }

  /// Owners first, then by name.
  public List<Person> all() throws IOException {
    return read().people().stream()
        .map(Kept::person)
        .sorted(Comparator.comparing(Person::role).reversed().thenComparing(Person::name))
        .toList();
  }

  public Optional<Person> find(String id) throws IOException {
    return all().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /// A refusal names its code: `PERSON_NAME`, `PERSON_KNOWN`, `PIN_EASY`, `OWNER_FIRST`,
  /// `PEOPLE_TOO_MANY`.
  public synchronized Optional<String> add(String name, Role role, Pin pin) throws IOException {
    List<Kept> now = read().people();
    Optional<String> refused = refused(name.strip(), role, pin, now);
    if (refused.isEmpty()) {
      List<Kept> next = new ArrayList<>(now);
      next.add(new Kept(new Person(ids.hex128(), name.strip(), role), PinHash.of(pin, ids)));
      write(next);
    }
    return refused;
  }

  /// Codes: `PIN_EASY`, `PERSON_UNKNOWN`.
  public synchronized Optional<String> changePin(String id, Pin pin) throws IOException {
    if (pin.isEasy()) {
      return Optional.of("PIN_EASY");
    }
    PinHash hash = PinHash.of(pin, ids);
    return change(id, kept -> new Kept(kept.person(), hash));
  }

  /// The last owner stays, since nobody else could let anybody in. Codes: `OWNER_LAST`,
  /// `PERSON_UNKNOWN`.
  public synchronized Optional<String> remove(String id) throws IOException {
    List<Kept> now = read().people();
    List<Kept> next = now.stream().filter(kept -> !kept.person().id().equals(id)).toList();
    if (next.size() == now.size()) {
      return Optional.of("PERSON_UNKNOWN");
    }
    if (next.stream().noneMatch(kept -> kept.person().role() == Role.OWNER)) {
      return Optional.of("OWNER_LAST");
    }
    write(next);
    return Optional.empty();
  }

  /// Takes its time and its memory, see [PinHash]. False also for somebody who is not there.
  boolean matches(String id, Pin pin) throws IOException {
    return read().people().stream()
        .filter(kept -> kept.person().id().equals(id))
        .anyMatch(kept -> kept.pin().matches(pin));
  }

  private Optional<String> change(String id, UnaryOperator<Kept> change) throws IOException {
    List<Kept> now = read().people();
    if (now.stream().noneMatch(kept -> kept.person().id().equals(id))) {
      return Optional.of("PERSON_UNKNOWN");
    }
    write(
        now.stream().map(kept -> kept.person().id().equals(id) ? change.apply(kept) : kept).toList());
    return Optional.empty();
  }

  private static Optional<String> refused(String name, Role role, Pin pin, List<Kept> now) {
    if (!Person.fits(name)) {
      return Optional.of("PERSON_NAME");
    }
    if (now.stream().anyMatch(kept -> kept.person().name().equalsIgnoreCase(name))) {
      return Optional.of("PERSON_KNOWN");
    }
    if (now.isEmpty() && role != Role.OWNER) {
      return Optional.of("OWNER_FIRST");
    }
    if (now.size() >= MOST) {
      return Optional.of("PEOPLE_TOO_MANY");
    }
    return pin.isEasy() ? Optional.of("PIN_EASY") : Optional.empty();
  }

  private Book read() throws IOException {
    if (!Files.exists(file)) {
      return new Book(List.of());
    }
    if (Files.size(file) > LONGEST_FILE) {
      throw new IOException(file + " is too long to be a list of people");
    }
    try {
      return JsonMapper.shared().readValue(Files.readAllBytes(file), Book.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }

  private void write(List<Kept> people) throws IOException {
    PrivateFile.write(file, JsonMapper.shared().writeValueAsBytes(new Book(people)));
  }

  record Kept(Person person, PinHash pin) {}

  record Book(List<Kept> people) {
    Book {
      people = List.copyOf(people);
    }
  }
}

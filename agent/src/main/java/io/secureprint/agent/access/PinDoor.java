// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Where PINs are tried: one at a time, so that the memory of one check is all that is ever used.
public final class PinDoor {
  private final People people;
  private final BackOff backOff;

  /// `waits` is the file that remembers wrong PINs; it may be missing.
  public PinDoor(People people, Path waits, InstantSource clock) {
    this.people = people;
    this.backOff = new BackOff(waits, clock);
  }

  public synchronized Knock knock(String personId, Pin pin) throws IOException {
    Optional<Person> found = people.find(personId);
    if (found.isEmpty()) {
      return new Knock.Wrong(Duration.ZERO);
    }
    Person person = found.get();
    Duration left = backOff.left(personId);
    if (left.isPositive()) {
      return new Knock.Wait(left);
    }
    backOff.count(personId);
    if (!people.matches(personId, pin)) {
      return new Knock.Wrong(backOff.left(personId));
    }
    backOff.forget(personId);
    return new Knock.Right(person);
  }

  /// Whoever sets a new PIN on this PC has no need to wait for wrong ones before.
  public void forgive(String personId) {
    backOff.forget(personId);
  }

  /// What came of a PIN.
  public sealed interface Knock {
    record Right(Person person) implements Knock {}

    /// `pause` is how long the next try has to wait.
    record Wrong(Duration pause) implements Knock {}

    /// It was not looked at.
    record Wait(Duration left) implements Knock {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Folders;
import io.secureprint.agent.access.People;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.PinDoor;
import io.secureprint.agent.kernel.Ids;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Sets the PIN of somebody who has forgotten it, also beside the running shop. Whoever may run this
/// as the shop's user of the PC could change its files as well.
@Command(
    name = "set-pin",
    mixinStandardHelpOptions = true,
    description = "Sets a person's PIN anew, which it reads from standard input.")
final class SetPinCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Whose PIN.")
  private String name = "";

  @Option(names = "--data", paramLabel = "DIR", description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    Folders folders = new Folders(DataFolder.of(data));
    People people = new People(folders.people(), Ids.secure());
    try {
      List<Person> all = people.all();
      Optional<Person> person =
          all.stream().filter(each -> each.name().equalsIgnoreCase(name.strip())).findFirst();
      if (person.isEmpty()) {
        String known = all.stream().map(Person::name).collect(Collectors.joining(", "));
        return Told.say(2, "PERSON_UNKNOWN: there are " + known);
      }
      Optional<String> refused = set(people, person.get());
      if (refused.isEmpty()) {
        new PinDoor(people, folders.pinWaits(), InstantSource.system())
            .forgive(person.get().id());
      }
      return refused
          .map(code -> Told.say(2, code + ": the PIN stays as it was"))
          .orElseGet(() -> Told.say(0, "the PIN of " + person.get().name() + " is set"));
    } catch (IOException e) {
      return Told.say(1, "STORAGE_FAILED: " + e.getMessage());
    }
  }

  private static Optional<String> set(People people, Person person) throws IOException {
    String typed = TypedLine.read("PIN");
    if (!Pin.fits(typed.length()) || !typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of("PIN_LENGTH");
    }
    try (Pin pin = new Pin(typed.toCharArray())) {
      return people.changePin(person.id(), pin);
    }
  }
}

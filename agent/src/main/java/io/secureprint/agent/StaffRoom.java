// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.People;
import io.secureprint.agent.access.PinDoor;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.time.Clock;

/// The people of the shop and who of them is at the console.
record StaffRoom(People people, Shift shift, Shift.Records records) {
  /// @throws IOException when the list of people cannot be read, which would let nobody in
  static StaffRoom of(AgentConfig config, Folders folders, Stores store, Ids ids, Clock clock)
      throws IOException {
    People people = new People(folders.people(), ids);
    people.all();
    PinDoor door = new PinDoor(people, folders.pinWaits(), clock);
    Shift.Records records = new Shift.Records(store.events(), store.unitOfWork());
    Shift shift = new Shift(people, door, config.people().rules(), records, clock);
    return new StaffRoom(people, shift, records);
  }
}

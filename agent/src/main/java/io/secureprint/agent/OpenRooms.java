// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened, to be closed in the opposite order, whatever one of them throws.
final class OpenRooms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenRooms.class);

  private final Deque<Room> rooms = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(String name, T room) {
    rooms.push(new Room(name, room));
    return room;
  }

  /// A second call does nothing.
  @Override
  public synchronized void close() {
    while (!rooms.isEmpty()) {
      Room last = rooms.pop();
      try {
        last.room().close();
      } catch (Exception e) {
        // The next room must be closed all the same.
        LOG.error("{} did not close", last.name(), e);
      }
    }
  }

  private record Room(String name, AutoCloseable room) {}
}

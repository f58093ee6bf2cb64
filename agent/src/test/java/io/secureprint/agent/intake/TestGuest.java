// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Keeps what a phone says; can be made to hold up the connection or to fail.
final class TestGuest implements Guest {
  final Doors.Arrival arrival;
  final PhoneLine line;
  final boolean earlierWasDropped;
  final List<PhoneMessage> messages = new CopyOnWriteArrayList<>();
  final List<PhoneFrame.Chunk> chunks = new CopyOnWriteArrayList<>();
  final List<String> violations = new CopyOnWriteArrayList<>();
  volatile boolean dropped;
  volatile boolean failing;
  volatile @Nullable CountDownLatch hold;

  TestGuest(Doors.Arrival arrival, PhoneLine line, @Nullable TestGuest earlier) {
    this.arrival = arrival;
    this.line = line;
    this.earlierWasDropped = earlier == null || earlier.dropped;
  }

  @Override
  public void message(PhoneMessage message) {
    if (failing) {
      throw new IllegalStateException("a fault of the session");
    }
    messages.add(message);
  }

  @Override
  public void chunk(int fid, int seg, int idx, byte[] sealed) {
    CountDownLatch latch = hold;
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    chunks.add(new PhoneFrame.Chunk(fid, seg, idx, sealed));
  }

  @Override
  public void violation(CloseCode code, boolean repeated) {
    violations.add(repeated ? code + " again" : code.name());
  }

  @Override
  public void dropped() {
    dropped = true;
  }
}

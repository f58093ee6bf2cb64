// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts refused handshakes over a minute, by session and by address (`security.md` 5.5): who fails
/// 20 times is guessing. Remembers the last 512 of each. Thread-safe.
final class Refusals {
  static final int MOST = 20;
  static final Duration WATCH = Duration.ofMinutes(1);
  private static final int REMEMBERED = 512;

  private final Map<Sid, Tally> sessions = new Remembered<>();
  private final Map<InetAddress, Tally> addresses = new Remembered<>();

  /// True with the 20th refusal of a session within a minute.
  synchronized boolean add(Sid sid, Instant now) {
    Tally tally = sessions.merge(sid, new Tally(now, 1), Tally::and);
    if (tally.count == MOST) {
      sessions.remove(sid);
      return true;
    }
    return false;
  }

  synchronized void add(InetAddress from, Instant now) {
    addresses.merge(from, new Tally(now, 1), Tally::and);
  }

  /// Whether nobody from there is let in for the rest of the minute.
  synchronized boolean tooMany(InetAddress from, Instant now) {
    Tally tally = addresses.get(from);
    return tally != null && tally.count >= MOST && now.isBefore(tally.since.plus(WATCH));
  }

  private record Tally(Instant since, int count) {
    Tally and(Tally next) {
      return next.since.isBefore(since.plus(WATCH)) ? new Tally(since, count + next.count) : next;
    }
  }

  private static final class Remembered<K> extends LinkedHashMap<K, Tally> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, Tally> eldest) {
      return size() > REMEMBERED;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import io.secureprint.agent.kernel.PrivateFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// How long a person has to wait after wrong PINs: not at all for the first four, then 30 seconds,
/// doubled with each further one, and never more than 15 minutes. On disk, so that a restart does not
/// help. Thread-safe.
final class BackOff {
  private static final Logger LOG = LoggerFactory.getLogger(BackOff.class);
  private static final int FREE = 4;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Path file;
  private final InstantSource clock;
  private Map<String, Tries> tries = new HashMap<>();
  private boolean unsaved;

  BackOff(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// What is left to wait. A clock that was set back does not make it longer than it was at first.
  synchronized Duration left(String person) {
    Tries known = known().get(person);
    if (known == null) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    if (now.isBefore(known.last())) {
      known = keep(person, new Tries(known.wrong(), now));
    }
    Duration left = Duration.between(now, known.last().plus(wait(known.wrong())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Before a PIN is looked at: ending the program meanwhile saves nobody a wrong try.
  synchronized void count(String person) {
    Tries known = known().get(person);
    keep(person, new Tries(known == null ? 1 : known.wrong() + 1, clock.instant()));
  }

  synchronized void forget(String person) {
    if (known().remove(person) != null) {
      write();
    }
  }

  private static Duration wait(int wrong) {
    if (wrong <= FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(wrong - FREE - 1, 10);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private Tries keep(String person, Tries next) {
    tries.put(person, next);
    write();
    return next;
  }

  /// As the disk has it, since a PIN may be set anew beside the running shop.
  private Map<String, Tries> known() {
    if (!unsaved) {
      tries = read();
    }
    return tries;
  }

  /// A full disk keeps nobody from the console; the tries of this run count all the same.
  private void write() {
    try {
      PrivateFile.write(file, JsonMapper.shared().writeValueAsBytes(tries));
      unsaved = false;
    } catch (IOException e) {
      unsaved = true;
      LOG.error("wrong PINs are not on record", e);
    }
  }

  private Map<String, Tries> read() {
    Map<String, Tries> kept = new HashMap<>();
    try {
      if (Files.exists(file)) {
        kept.putAll(
            JsonMapper.shared()
                .readValue(Files.readAllBytes(file), new TypeReference<Map<String, Tries>>() {}));
      }
    } catch (IOException | JacksonException e) {
      LOG.error("the record of wrong PINs cannot be read, and begins anew", e);
    }
    return kept;
  }

  /// Wrong PINs in a row, and when the last one was typed.
  record Tries(int wrong, Instant last) {}
}

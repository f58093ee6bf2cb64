// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Observable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// How each part of the shop's machinery is.
public interface Health {
  /// What was seen last; without parts until somebody has looked.
  Observable<Report> report();

  /// Looks at everything, which takes a few seconds at most, and tells it.
  void look();

  /// What was seen at one time.
  record Report(Instant at, List<Part> parts) {
    public Report {
      parts = List.copyOf(parts);
    }
  }

  /// One part. `subject` is which of its kind it is, or empty where there is only one. `code` says what
  /// is wrong, and is null where nothing is.
  record Part(Kind kind, String subject, State state, @Nullable String code, List<Fact> facts) {
    public Part {
      if ((code == null) != (state == State.OK || state == State.OFF)) {
        throw new IllegalArgumentException(state + " with the code " + code);
      }
      facts = List.copyOf(facts);
    }

    static Part failed(Kind kind, String code) {
      return new Part(kind, "", State.FAILED, code, List.of());
    }

    public static Part well(Kind kind, List<Fact> facts) {
      return new Part(kind, "", State.OK, null, facts);
    }

    /// The same part with something wrong.
    public Part but(State worse, String what) {
      return new Part(kind, subject, worse, what, facts);
    }
  }

  /// What there is to look at.
  enum Kind {
    DATABASE, DISK, WORKERS, PRINTER, GATEWAY, CLOCK, NETWORK, ERASING, VERSION
  }

  /// The worst first. OFF is what the shop has chosen not to have.
  enum State {
    FAILED, NEEDS_HAND, OK, OFF
  }

  /// Something to know, as people write it in any language: an address, a size with its unit.
  record Fact(About about, String value) {}

  /// What a [Fact] tells.
  enum About {
    ANSWERED_IN, SIZE, BACKUP, FOLDER, FREE, SANDBOX, WAY, PROVIDER, TIME, GATEWAY_TIME, PAGE, PHONES, PROGRAMS, KEY,
    PROGRAM, JAVA, SYSTEM
  }
}

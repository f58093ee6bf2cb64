// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.List;
import java.util.Map;

/// Why a life cycle does not make a move, for programs to read. All names are those of the wire.
public sealed interface RefusedMove {
  String from();

  String to();

  /// What the table would let happen from here, whatever the guards say.
  List<String> allowed();

  /// `INVALID_TRANSITION`, or the code of the first guard that refused.
  String code();

  /// What each guard that refused has to say; empty where the table itself has no such move.
  List<Reason> reasons();

  /// In English, the same for every reader.
  default String message() {
    return "Transition from " + from() + " to " + to() + " not allowed";
  }

  /// The table does not have it.
  record NoSuchMove(String from, String to, List<String> allowed) implements RefusedMove {
    public NoSuchMove {
      allowed = List.copyOf(allowed);
    }

    @Override
    public String code() {
      return "INVALID_TRANSITION";
    }

    @Override
    public List<Reason> reasons() {
      return List.of();
    }
  }

  /// The table has it, and something about the subject stands against it now.
  record Guarded(String from, String to, List<String> allowed, List<Reason> reasons)
      implements RefusedMove {
    public Guarded {
      allowed = List.copyOf(allowed);
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("no guard refuses " + from + " to " + to);
      }
    }

    @Override
    public String code() {
      return reasons.getFirst().code();
    }
  }

  /// One guard's refusal: its code, a line of English, and the figures in it by name.
  record Reason(String code, String message, Map<String, Long> figures) {
    public Reason {
      figures = Map.copyOf(figures);
    }

    public Reason(String code, String message) {
      this(code, message, Map.of());
    }
  }
}

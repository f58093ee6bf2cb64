// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.RefusedMove;

import java.util.List;

/// Why the board does not do what somebody wishes.
public sealed interface Refusal {
  /// One of the shop's table of problems.
  String code();

  /// There is no such thing: 404 to programs.
  record Unknown(String code) implements Refusal {}

  /// Fields that cannot be taken as they are, the first of them giving the code: 400.
  record Wrong(List<Fault> faults) implements Refusal {
    public Wrong {
      faults = List.copyOf(faults);
    }

    public Wrong(String field, String code) {
      this(List.of(new Fault(field, code)));
    }

    @Override
    public String code() {
      return faults.getFirst().code();
    }
  }

  /// Its life cycle does not have this move, or a guard stands before it: 400.
  record NotMoved(RefusedMove move) implements Refusal {
    @Override
    public String code() {
      return move.code();
    }
  }

  /// It could be done at another time, or with another command id: 409.
  record Conflict(String code) implements Refusal {}

  /// Somebody else may, or this person with a PIN: 403.
  record NotAllowed(String code) implements Refusal {}

  /// What is wrong with one field, named as on the wire.
  record Fault(String field, String code) {}
}

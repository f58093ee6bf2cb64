// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import org.jspecify.annotations.Nullable;

/// What the rules say about a fact.
sealed interface Ruling {
  /// The money is exactly there: the job prints.
  record Release(@Nullable Flag flag) implements Ruling {}

  /// A new payment that releases nothing.
  record Keep(Disposition disposition, Flag flag, Portions portions) implements Ruling {}

  /// The provider says itself what a person had said before: the same money. What became of that since
  /// is judged when it stands in the mark's place.
  record Prove(Booked mark) implements Ruling {}

  /// A payment that is in the books is not what it was.
  record Change(Disposition disposition, Flag flag, Portions portions) implements Ruling {}

  /// More of it went back than was known, and all of that by ourselves.
  record Note() implements Ruling {}

  /// Not worth anything by itself, but a reason to ask the provider now.
  record Ask() implements Ruling {}

  /// Nothing changes; the code says why.
  record Nothing(String code) implements Ruling {}
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Observable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The price list as the people of the shop see and change it. Observers are called on the agent's
/// threads.
public interface Prices {
  Observable<PriceView> view();

  /// The newest versions, at most 200, newest first.
  List<PriceVersion> versions();

  /// Makes a new version, which counts at once or from a later time on, and takes the place of any
  /// that was still to come.
  Answer publish(Publication wanted, String actor);

  /// Makes a new version with the prices of an older one, which counts at once.
  Answer revert(Reversion wanted, String actor);

  /// `basedOn` is the newest version that the person has seen; `validFrom` null means at once.
  record Publication(PriceList list, int basedOn, String note, @Nullable Instant validFrom) {}

  record Reversion(int number, int basedOn, String note) {}

  /// What came of it: the new version's number, or a code (`PRICES_CHANGED` meanwhile by somebody
  /// else, `PRICES_UNCHANGED`, `PRICES_UNREADABLE`, `PRICE_VERSION_UNKNOWN`, `PRICE_NOTE_TOO_LONG`,
  /// `STORAGE_FAILED`).
  sealed interface Answer {
    record Published(int number) implements Answer {}

    record Refused(String code) implements Answer {}
  }

  /// The version that runs, and the newest, which may still be to come.
  record PriceView(PriceVersion running, PriceVersion newest) {}
}

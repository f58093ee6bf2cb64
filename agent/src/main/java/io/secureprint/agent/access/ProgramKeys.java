// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.util.List;
import java.util.Optional;

/// The keys of programs as people see them.
public interface ProgramKeys {
  /// Newest first, those that are over as well; last the shop's own key that stands in a file, where
  /// there is one.
  List<ApiKey> all();

  /// Makes a key, whose secret is told here and nowhere else. Refusals as those of [ApiKeys#make], and
  /// `PIN_NEEDED`.
  ApiKeys.Outcome make(ApiKeys.Wish wish, String actor);

  /// From now on it opens nothing. Returns the code of a refusal.
  Optional<String> revoke(String id, String actor);
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.Observable;

import java.util.List;
import java.util.Optional;

/// The alerts as people see them.
public interface AlertDesk {
  /// Those that nobody has acknowledged, the newest first.
  Observable<List<Alert>> open();

  /// `actor` has seen it. Returns the code of a refusal; that somebody was faster is none.
  Optional<String> acknowledge(String id, String actor);
}

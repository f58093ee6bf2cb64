// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

/// Why somebody was turned away at the door; the names are the codes that the shop's people see.
public enum TurnedAway {
  /// A wrong, old, replayed or malformed handshake.
  HANDSHAKE_REFUSED,
  /// A page that this PC did not serve, or a name that is not this PC's.
  FOREIGN_PAGE,
  FRAME_TOO_LARGE,
  /// Connected, and then said nothing.
  SOCKET_SILENT
}

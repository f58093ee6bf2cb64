// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.net.InetAddress;
import java.util.Optional;

/// The sessions as the wire sees them: it asks here who may come in. Called on connection threads,
/// several at once; may block.
public interface Doors {
  /// The keys of a handshake with this session, or empty when it is not there or, for a resume, may
  /// not be resumed. Nothing is proved yet, so nothing may change. A session that is claimed already
  /// still gives its keys for a fresh handshake: only [#claim] can tell a second customer from a
  /// replayed message.
  Optional<Keys> enter(Sid sid, boolean resume);

  /// The phone has proved that it holds the keys, and waits for SESSION. Empty refuses it: a fresh
  /// arrival at a session that another phone has claimed, which the kiosk then shows. `line` may be
  /// used at once. When a resumed session's earlier connection is still there, its guest has been
  /// dropped before.
  Optional<Guest> claim(Arrival arrival, PhoneLine line);

  /// Somebody fails the handshake of this session again and again: its QR should be replaced. Called
  /// once for each 20 failures within a minute.
  void guessed(Sid sid);

  /// Somebody was turned away. Does not block.
  void turnedAway(TurnedAway why);

  /// The session's X25519 private key (32 bytes), and the pre-shared key of this handshake: that of
  /// the join code, or on resume the one that [Arrival#resumePsk] gave. The caller zeroes both.
  @SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
  record Keys(byte[] staticPrivate, byte[] psk) {
    public Keys {
      if (staticPrivate.length != 32 || psk.length != 32) {
        throw new IllegalArgumentException("keys of the wrong length");
      }
    }

    @Override
    public String toString() {
      return "Keys[]";
    }
  }

  /// A phone at the door. `resumePsk` is the secret with which this phone alone can resume: the
  /// session's to keep and to clear, new in each handshake, and empty on a resume, which goes on under
  /// the first one. `sas` is of
  /// this handshake; only that of the claiming one counts.
  @SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
  record Arrival(
      Sid sid,
      boolean resume,
      byte[] resumePsk,
      String sas,
      PhoneMessage.Claim claim,
      InetAddress from) {
    @Override
    public String toString() {
      return "Arrival[" + sid + (resume ? ", resume]" : "]");
    }
  }
}

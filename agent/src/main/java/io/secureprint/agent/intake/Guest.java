// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

/// A session, as one connection speaks to it. All calls come on that connection's own virtual
/// thread, one at a time, and may block: while one does, the phone is given no more credit. An
/// exception closes the connection with [CloseCode#INTERNAL_ERROR].
public interface Guest {
  /// Anything but CLAIM, PING and CLOSE, which the connection answers itself.
  void message(PhoneMessage message);

  /// One sealed chunk as it came; `sealed` is [PhoneFrame#CHUNK_BYTES] long and the guest's to keep.
  void chunk(int fid, int seg, int idx, byte[] sealed);

  /// The phone broke the protocol and the connection is being closed. `repeated` from the third
  /// time within a minute, which ends an unpaid session.
  void violation(CloseCode code, boolean repeated);

  /// The connection is gone, whatever the reason. The last call.
  void dropped();
}

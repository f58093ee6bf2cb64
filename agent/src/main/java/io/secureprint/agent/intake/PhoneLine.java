// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

/// The way back to the phone of one connection. Thread-safe. What is sent after the connection has
/// ended is dropped: the session's state, not the line, is what a resume starts from.
public interface PhoneLine {
  /// Does not block.
  void send(AgentMessage message);

  /// Sends one chunk of a preview, at most [PhoneFrame#CHUNK_BYTES] long, after its
  /// [AgentMessage.PreviewInfo]. Blocks while the phone is slow to take what was sent before; a
  /// phone that does not read for [IntakeSettings#slow] is dropped.
  void sendPreview(int id, int idx, byte[] sealed);

  /// Closes the connection after everything that was sent. A session that broke the protocol at a
  /// higher level (a chunk out of turn) is closed with [#violation] instead.
  void close(CloseCode code);

  /// Closes with `code` and counts it as a violation, of which the guest is told.
  void violation(CloseCode code);
}

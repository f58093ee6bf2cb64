// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the agent tells a document worker. `file` is the number the phone gave the file; `request`
/// comes back in every event that answers the command.
public sealed interface WorkerCommand {
  /// All chunks have arrived: fetch, check and open the file. `size` is the true length in bytes.
  record OpenFile(int file, long size, List<SegmentKey> segments, @Nullable String password)
      implements WorkerCommand {
    public OpenFile {
      segments = List.copyOf(segments);
    }
  }

  /// The customer took the file back.
  record ForgetFile(int file) implements WorkerCommand {}

  /// The answer to [WorkerEvent.NeedChunk]: one chunk exactly as the phone sealed it.
  @SuppressWarnings("ArrayRecordComponent")
  record FileChunk(int file, int index, byte[] sealed) implements WorkerCommand {}

  /// Lay the chosen pages out on sheets.
  record PlanSheets(int request, PrintOptions options) implements WorkerCommand {}

  /// Draw one side (index into [SheetPlan#oneCopy]) of the last plan as a JPEG, `widthPx` wide
  /// (64 to 1,600), sealed for the phone.
  record DrawSide(int request, int side, int widthPx, StreamKey sealWith) implements WorkerCommand {}

  /// Make the sheet PDF of the last plan, all copies, sealed for the print sender.
  record MakeSheets(int request, StreamKey sealWith) implements WorkerCommand {}
}

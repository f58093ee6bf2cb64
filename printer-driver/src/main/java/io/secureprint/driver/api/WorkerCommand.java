// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the agent tells a document worker. `file` is the number the phone gave the file; `request`
/// comes back in every event that answers the command.
public sealed interface WorkerCommand {
  /// All chunks have arrived: fetch, check and open the file. `size` is the true length in bytes (at
  /// most 1 GiB); the segments follow each other and hold exactly its chunks. A file that is open
  /// under this number is forgotten first.
  record OpenFile(int file, long size, List<SegmentKey> segments, @Nullable String password)
      implements WorkerCommand {
    public static final long MAX_SIZE = 1L << 30;

    public OpenFile {
      segments = List.copyOf(segments);
      if (size < 0 || size > MAX_SIZE) {
        throw new IllegalArgumentException("size out of range: " + size);
      }
      int chunk = 0;
      for (SegmentKey segment : segments) {
        if (segment.startChunk() != chunk) {
          throw new IllegalArgumentException("no segment starts at chunk " + chunk);
        }
        chunk = Math.addExact(chunk, segment.chunks());
      }
      if (chunk != SealedStream.chunks(size)) {
        throw new IllegalArgumentException(chunk + " chunks cannot be " + size + " bytes");
      }
    }

    @Override
    public String toString() {
      return "OpenFile[" + file + ", " + size + " bytes]";
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
  record DrawSide(int request, int side, int widthPx, StreamKey sealWith) implements WorkerCommand {
    public DrawSide {
      if (side < 0 || widthPx < 64 || widthPx > 1_600) {
        throw new IllegalArgumentException("side " + side + " or width out of range: " + widthPx);
      }
    }
  }

  /// Make the sheets of this plan ahead, since they will be asked for soon: what is not too large is
  /// kept until then. Answered by [WorkerEvent.SheetsKept].
  record PrepareSheets(int request, SheetPlan plan) implements WorkerCommand {}

  /// Make the sheet PDF of exactly this plan, all copies, sealed for the print sender. The plan is
  /// the one that was paid, so that no later one can slip onto the paper.
  record MakeSheets(int request, SheetPlan plan, StreamKey sealWith) implements WorkerCommand {}

  /// Draw the sheet that a person looks at to see whether a printer is set up right, sealed for the
  /// print sender. It names the printer and the date, and nothing of any customer.
  record MakeTestSheet(int request, Paper paper, String printer, String date, StreamKey sealWith)
      implements WorkerCommand {
    public static final int LONGEST_WORD = 200;

    public MakeTestSheet {
      if (printer.length() > LONGEST_WORD || date.length() > LONGEST_WORD) {
        throw new IllegalArgumentException("too long for a sheet");
      }
    }
  }
}

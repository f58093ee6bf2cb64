// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What a document worker tells the agent. Refusals carry a code of [DocumentRefusal]; no event
/// carries text of the document.
public sealed interface WorkerEvent {
  /// The worker has started and waits for work.
  record Ready() implements WorkerEvent {}

  /// Wanted next: chunk `index` of the file, counted over all its segments.
  record NeedChunk(int file, int index) implements WorkerEvent {}

  record FileOpened(int file, DocumentFacts facts) implements WorkerEvent {}

  /// The file is what it is: another upload of the same bytes would be refused again.
  record FileRefused(int file, DocumentRefusal refusal) implements WorkerEvent {}

  /// The seal of a chunk did not open: the phone is asked to send again from there.
  record FileDamaged(int file, int chunk) implements WorkerEvent {}

  record SheetsPlanned(int request, SheetPlan plan) implements WorkerEvent {}

  /// The sheets that were to be made ahead are made.
  record SheetsKept(int request) implements WorkerEvent {}

  /// A sealed stream follows: `size` bytes in clear, in `chunks` chunks of 64 KiB, the last shorter.
  record StreamStarted(int request, long size, int chunks) implements WorkerEvent {}

  @SuppressWarnings("ArrayRecordComponent")
  record StreamChunk(int request, int index, byte[] sealed) implements WorkerEvent {}

  /// The request could not be done; the files stay open.
  record RequestRefused(int request, DocumentRefusal refusal) implements WorkerEvent {}
}

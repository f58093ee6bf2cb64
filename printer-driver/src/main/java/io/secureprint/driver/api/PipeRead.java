// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What came next on a pipe. After [Ended] or [Broken] nothing more can be read: where a frame is
/// broken the place of the next one is unknown.
public sealed interface PipeRead<T> {
  record Message<T>(T value) implements PipeRead<T> {}

  /// The other process closed the pipe between two frames.
  record Ended<T>() implements PipeRead<T> {}

  record Broken<T>(Fault fault) implements PipeRead<T> {}

  /// What was wrong with a frame.
  enum Fault {
    /// The pipe ended inside it.
    TRUNCATED,
    /// It claims more than [PipeFrames#MAX_FRAME] bytes.
    TOO_LONG,
    /// It names no message of this direction.
    UNKNOWN_TYPE,
    /// Its content is not what its type demands.
    MALFORMED
  }
}

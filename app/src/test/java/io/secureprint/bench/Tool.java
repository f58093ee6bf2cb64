// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;

/// A program of this PC that does the same as ours.
final class Tool {
  private Tool() {}

  static void run(String... command) throws IOException, InterruptedException {
    Process tool =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (tool.waitFor() != 0) {
      throw new IOException(command[0] + " ended with " + tool.exitValue());
    }
  }

  /// Something to be timed.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;

    /// Milliseconds.
    default double timed() throws Exception {
      long start = System.nanoTime();
      run();
      return (System.nanoTime() - start) / 1e6;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Lifecycle;

/// The life of one uploaded file, with the code the phone is told (`docs/protocol.md` 5).
public enum FileStatus {
  RECEIVING("receiving"),
  CHECKING("checking"),
  READY("ready"),
  /// A seal did not open: the phone sends again from `next`.
  RETRY("retry"),
  PASSWORD("password"),
  REFUSED("refused"),
  REMOVED("removed");

  public static final Lifecycle<FileStatus> LIFECYCLE =
      Lifecycle.of("file", FileStatus.class, RECEIVING)
          .move(RECEIVING, RECEIVING, CHECKING, REMOVED)
          .move(CHECKING, READY, RETRY, PASSWORD, REFUSED, REMOVED)
          .move(READY, REMOVED)
          .move(RETRY, RECEIVING, REMOVED)
          .move(PASSWORD, CHECKING, REMOVED)
          .move(REFUSED, REMOVED)
          .build();

  private final String code;

  FileStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

/// What came back from a printer.
public sealed interface IppAnswer {
  /// Done as asked.
  record Ok(IppMessage message) implements IppAnswer {}

  /// The printer understood and will not: an IPP status (RFC 8011 appendix B).
  record Refused(int status) implements IppAnswer {
    public static final int NOT_FOUND = 0x0406;
    public static final int NOT_POSSIBLE = 0x0404;
  }

  /// Something answered, with this HTTP status, and it does not speak IPP there.
  record Foreign(int httpStatus) implements IppAnswer {}

  /// No answer. `sent` is true when the request may have reached the printer.
  record Unreachable(boolean sent, String why) implements IppAnswer {}
}

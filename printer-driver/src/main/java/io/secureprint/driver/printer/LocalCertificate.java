// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// How CUPS knows the administrators of its own PC: a certificate that it renews every few minutes, in
/// a file that only they can read.
record LocalCertificate(Path file) {
  static final LocalCertificate SYSTEM = new LocalCertificate(Path.of("/run/cups/certs/0"));
  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{16,64}");

  /// The HTTP header's value; empty when the shop's user is no administrator of the queues.
  Optional<String> authorization() {
    try {
      return Optional.of(Files.readString(file, US_ASCII).strip())
          .filter(text -> FORM.matcher(text).matches())
          .map(text -> "Local " + text);
    } catch (IOException _) {
      // There is none, or it is not for us: the queue answers what that means.
      return Optional.empty();
    }
  }
}

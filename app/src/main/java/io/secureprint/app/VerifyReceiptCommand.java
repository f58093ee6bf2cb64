// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.audit.SignedNote;
import io.secureprint.agent.audit.SignedNote.Verdict;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Checks a customer's receipt: exit code 0 when the shop signed exactly this text.
@Command(
    name = "verify-receipt",
    mixinStandardHelpOptions = true,
    description = "Checks a destruction receipt against a shop's key.")
final class VerifyReceiptCommand implements Callable<Integer> {
  private static final int LONGEST = 64 << 10;

  @Parameters(paramLabel = "FILE", description = "The receipt as the phone saved it.")
  private @Nullable Path file;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The shop's verifier key; by default the one of this PC's own shop.")
  private @Nullable String key;

  @Option(names = "--data", paramLabel = "DIR", description = "The shop's data folder.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    try {
      return verdict();
    } catch (IOException e) {
      return say(2, "RECEIPT_MALFORMED: cannot be read: " + e.getMessage());
    }
  }

  private int verdict() throws IOException {
    Path receipt = Objects.requireNonNull(file, "picocli demands it");
    if (Files.size(receipt) > LONGEST) {
      return say(2, "RECEIPT_MALFORMED: too long to be a receipt");
    }
    Path keyFile = DataFolder.of(data).resolve("keys").resolve("shop.vkey");
    if (key == null && !Files.exists(keyFile)) {
      return say(2, "RECEIPT_KEY_MISSING: give the shop's key with --key");
    }
    String known = key != null ? key : Files.readString(keyFile).strip();
    return switch (SignedNote.verify(Files.readString(receipt), known)) {
      case Verdict.Valid(String text) -> say(0, "VALID\n" + text.strip());
      case Verdict.Forged() -> say(1, "RECEIPT_FORGED: the text is not what the shop signed");
      case Verdict.OtherKey() -> say(1, "RECEIPT_OTHER_SHOP: signed by another key");
      case Verdict.Malformed() -> say(2, "RECEIPT_MALFORMED: not a receipt, or not a key");
    };
  }

  private static int say(int status, String words) {
    System.out.println(words);
    return status;
  }
}

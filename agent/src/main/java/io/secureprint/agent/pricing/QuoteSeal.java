// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Sha256;
import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.SheetSide;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Binds a payment to one exact quote without telling the database what is printed: an HMAC-SHA256
/// over all that is paid for, under a salt that dies with the session (decision 24).
public final class QuoteSeal {
  private QuoteSeal() {}

  /// 64 hexadecimal digits. `salt` has 32 bytes and stays the caller's to zero.
  public static String of(Quote quote, byte[] salt) {
    return HexFormat.of()
        .formatHex(Sha256.mac(salt, canonical(quote).getBytes(StandardCharsets.US_ASCII)));
  }

  private static String canonical(Quote quote) {
    StringBuilder text =
        new StringBuilder(quote.id())
            .append('|').append(quote.total().value())
            .append('|').append(quote.plan().paper())
            .append('|').append(quote.plan().sides())
            .append('|').append(quote.plan().copies())
            .append('|').append(quote.plan().layout().colour() ? 'c' : 'm')
            .append('.').append(quote.plan().layout().perSide())
            .append('.').append(quote.plan().layout().fit());
    for (SheetSide side : quote.plan().oneCopy()) {
      text.append('|').append(side.colour() ? 'c' : 'm').append(side.turn());
      for (PlacedPage page : side.pages()) {
        text.append('.').append(page.file()).append('.').append(page.page());
      }
    }
    return text.toString();
  }
}

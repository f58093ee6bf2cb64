// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The shop's account with Razorpay. `api` is the address up to and with the version; another one than
/// Razorpay's own is for practice, and only test keys may be used with it. `webhookSecret` is not the
/// key's secret and may be empty, which turns messages off; `formerWebhookSecret` is the one before.
/// `accountId` may be empty.
public record Account(
    URI api,
    String keyId,
    String keySecret,
    String webhookSecret,
    String formerWebhookSecret,
    String accountId) {
  public static final URI API = URI.create("https://api.razorpay.com/v1");
  private static final String LIVE = "rzp_live_";
  private static final String TEST = "rzp_test_";

  public Account {
    check(api, keyId);
    if (keySecret.isBlank()) {
      throw new IllegalArgumentException("gateway.keySecret is empty");
    }
  }

  /// Refuses what cannot be an account.
  public static void check(URI api, String keyId) {
    if (!keyId.startsWith(LIVE) && !keyId.startsWith(TEST)) {
      throw new IllegalArgumentException("gateway.keyId starts with rzp_live_ or rzp_test_");
    }
    boolean loopback = List.of("127.0.0.1", "localhost", "[::1]").contains(api.getHost());
    if (!api.equals(API) && (keyId.startsWith(LIVE) || !loopback)) {
      throw new IllegalArgumentException(
          "gateway.api: another gateway than Razorpay's own is on this PC and for practice only");
    }
  }

  public static boolean isLive(String keyId) {
    return keyId.startsWith(LIVE);
  }

  public boolean live() {
    return isLive(keyId);
  }

  String authorization() {
    byte[] pair = (keyId + ":" + keySecret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  List<byte[]> webhookSecrets() {
    return Stream.of(webhookSecret, formerWebhookSecret)
        .filter(secret -> !secret.isEmpty())
        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public String toString() {
    return "Account[" + keyId + "]";
  }
}

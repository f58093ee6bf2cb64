// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A message to a shop that says it comes from its gateway (`payments.md` 3).
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GatewayMessage(URI to, byte[] body, String signature) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// As the practice bank signs it; `api` is the shop's.
  public static GatewayMessage signed(String api, byte[] body) {
    return new GatewayMessage(URI.create(api + "/webhooks/razorpay"), body, signature(body));
  }

  /// Answers the HTTP status.
  public int deliver() {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("X-Razorpay-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new OffScript("the shop takes no messages of the bank", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OffScript("interrupted", e);
    }
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      byte[] secret = PracticeGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}

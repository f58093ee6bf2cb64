// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.audit.ShopKey;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What the customer may keep: the agent's signed word on what became of the data
/// (`security.md` 6.4). The text is a signed note: a format line, one line of JSON, and, once the
/// audit log gives one, further lines of proof before the signature.
public record Receipt(
    String session,
    String build,
    Instant opened,
    Instant ended,
    String reason,
    String printPath,
    int sheets,
    List<String> hostFlags,
    Destroyed destroyed) {
  /// The first line of every receipt of this format.
  public static final String FORMAT = "sps-receipt/1";

  public Receipt {
    hostFlags = List.copyOf(hostFlags);
  }

  /// The whole text, signed.
  public String signed(ShopKey key) {
    return key.note(FORMAT + "\n" + json() + "\n");
  }

  /// Canonical: fixed order, no spaces, whole seconds, and no value that would need escaping.
  private String json() {
    String flags =
        hostFlags.stream().map(flag -> '"' + flag + '"').collect(Collectors.joining(","));
    return ("{\"v\":1,\"session\":\"%s\",\"build\":\"%s\",\"level\":\"L0\",\"opened\":%d,\"destroyed\":%d,"
            + "\"reason\":\"%s\",\"files\":%d,\"sheets\":%d,\"keysDestroyed\":%d,\"passes\":%d,"
            + "\"verified\":%d,\"printPath\":\"%s\",\"spool\":\"%s\",\"scanHits\":%d,\"complete\":%d,"
            + "\"hostFlags\":[%s]}")
        .formatted(
            session, build, opened.getEpochSecond(), ended.getEpochSecond(), reason,
            destroyed.files(), sheets, destroyed.keys(), destroyed.passes(),
            bit(destroyed.keysVerified() && destroyed.wipeVerified()), printPath,
            spool(), destroyed.scanHits(), bit(destroyed.complete()), flags);
  }

  private String spool() {
    return switch (destroyed.spool()) {
      case CLEAN -> "clean";
      case RETAINED -> "retained_copy";
      case UNSEEN, DIRTY -> "unknown";
    };
  }

  private static int bit(boolean yes) {
    return yes ? 1 : 0;
  }
}

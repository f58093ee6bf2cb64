// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.Lifecycle;

import java.time.Instant;
import java.util.Locale;

/// Something that people of the shop should see. The same thing said again while it stands open only
/// counts: `times`, from `firstAt` to `lastAt`. `acknowledgedBy` is empty while nobody did.
public record Alert(
    String id,
    String fingerprint,
    Message message,
    State state,
    int times,
    Instant firstAt,
    Instant lastAt,
    String acknowledgedBy) {
  Alert again(Message newest, Instant now) {
    return new Alert(id, fingerprint, newest, state, times + 1, firstAt, now, acknowledgedBy);
  }

  Alert by(String actor) {
    return new Alert(
        id, fingerprint, message, State.LIFECYCLE.move(state, State.ACKNOWLEDGED), times, firstAt,
        lastAt, actor);
  }

  /// What is said, and who says it.
  public record Message(Severity severity, String title, String detail, String source) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DETAIL = 500;

    public Message {
      title = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
      detail = detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }
  }

  /// How bad it is.
  public enum Severity {
    INFO, WARNING, ERROR, CRITICAL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether somebody has seen it.
  public enum State {
    OPEN, ACKNOWLEDGED;

    public static final Lifecycle<State> LIFECYCLE =
        Lifecycle.of("alert", State.class, OPEN).move(OPEN, ACKNOWLEDGED).build();
  }
}

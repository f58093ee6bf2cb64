// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.regex.Pattern;

/// One thing that went wrong, as people and programs are told it: a stable code, what kind of
/// trouble, how bad, and what is done about it. A printer's reason is its IPP keyword. Words in a
/// language are the screens' affair.
public record Problem(String code, Category category, Severity severity, Recovery recovery) {
  private static final Pattern CODE = 
      Pattern.compile("[A-Z][A-Z0-9_]{2,47}|[a-z][a-z0-9-]{2,47}");

  public Problem {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a problem code: " + code);
    }
  }

  /// Whether the shop takes no new customers while it is so.
  public boolean closesShop() {
    return recovery == Recovery.FAIL_CLOSED;
  }

  /// Where the trouble sits.
  public enum Category {
    NETWORK, UPLOAD, DOCUMENT, PAYMENT, PRINTER, STORAGE, SECURITY, CONFIGURATION, INTERNAL
  }

  /// How much it matters to the shop.
  public enum Severity {
    LOW, MEDIUM, HIGH, CRITICAL
  }

  /// What happens next.
  public enum Recovery {
    /// Tried again by itself, with growing pauses.
    RETRY,
    /// A person decides.
    ASK,
    /// The session ends and its data is destroyed.
    END_SESSION,
    /// No new sessions and no new payments until the cause is gone, or a person has looked.
    FAIL_CLOSED
  }
}

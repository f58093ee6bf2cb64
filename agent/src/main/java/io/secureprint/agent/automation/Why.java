// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

/// Why an automation did what it did, or did nothing: a code for screens in any language, and what it
/// saw.
public record Why(Code code, String detail) {
  static final Why FIRED = new Why(Code.CONDITION_TRUE, "");
  private static final int LONGEST = 1_000;

  public Why {
    detail = detail.substring(0, Math.min(detail.length(), LONGEST));
  }

  /// As a sentence.
  public String sentence() {
    return code.words + (detail.isEmpty() ? "" : ": " + detail);
  }

  public Outcome outcome() {
    return code.outcome;
  }

  /// How an evaluation ended.
  public enum Outcome {
    FIRED, SKIPPED, FAILED, LOOP_CUT, DISABLED
  }

  /// What there can be to say.
  public enum Code {
    CONDITION_TRUE(Outcome.FIRED, "It was so, and the actions were done"),
    CONDITION_FALSE(Outcome.SKIPPED, "This was not so"),
    STILL_BUSY(Outcome.SKIPPED, "It was still busy with an earlier run"),
    LINE_FULL(Outcome.SKIPPED, "Too many runs were waiting already"),
    MISSED(Outcome.SKIPPED, "Times passed while nobody looked"),
    CONDITION_FAILED(Outcome.FAILED, "The condition could not be worked out"),
    TEMPLATE_FAILED(Outcome.FAILED, "A text could not be filled in"),
    UNREADABLE(Outcome.FAILED, "The automation does not fit this version of the program"),
    LOOP(Outcome.LOOP_CUT, "Cut off, because automations set each other off"),
    OFF(Outcome.DISABLED, "It is switched off");

    private final Outcome outcome;
    private final String words;

    Code(Outcome outcome, String words) {
      this.outcome = outcome;
      this.words = words;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.AgentMessage.Progress;
import io.secureprint.driver.api.SheetPlan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What is known of one customer's paper: the job, how far it is, and what is in its way. Thread-safe.
final class Printout {
  private static final int MOST_COMPOSITIONS = 2;

  private final Duration hold;
  private final InstantSource clock;
  private @Nullable Progress progress;
  private @Nullable String trouble;
  private @Nullable String job;
  private @Nullable Patience patience;
  private int compositions;

  /// `hold` is how long its sheets wait for a printer that does not get on.
  Printout(Duration hold, InstantSource clock) {
    this.hold = hold;
    this.clock = clock;
  }

  synchronized Optional<String> job() {
    return Optional.ofNullable(job);
  }

  synchronized void job(String name) {
    job = name;
  }

  /// How long its sheets wait for the printer, from the first time this is asked.
  synchronized Patience patience() {
    if (patience == null) {
      patience = new Patience(hold, clock);
    }
    return patience;
  }

  /// Counts a composition that the document worker did not bring to an end: once may be bad luck.
  synchronized boolean composesAgain() {
    return ++compositions < MOST_COMPOSITIONS;
  }

  synchronized Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /// False when it is no news.
  synchronized boolean moved(Progress next) {
    boolean news = !next.equals(progress);
    if (news) {
      progress = next;
      trouble = next.reasons().stream().findFirst().orElse(null);
    }
    return news;
  }

  synchronized Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  synchronized void trouble(String code) {
    trouble = code;
  }

  synchronized int done() {
    return progress == null ? 0 : progress.done();
  }

  synchronized int of() {
    return progress == null ? 0 : progress.of();
  }

  synchronized boolean isPrinted() {
    return progress != null && progress.stage() == PrintStage.PRINTED;
  }

  /// Sheets of this plan that are known to have come out.
  synchronized int sheets(SheetPlan plan) {
    int each = plan.sides().duplex() ? 2 : 1;
    return isPrinted() ? plan.sheets() : (done() + each - 1) / each;
  }
}

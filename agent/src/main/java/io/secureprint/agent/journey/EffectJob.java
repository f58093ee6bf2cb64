// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Effect;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;
import io.secureprint.driver.printer.JobTicket;
import io.secureprint.driver.printer.PrinterDriver;

import java.util.Optional;

/// The job of one print effect at the printer, found by its name or made anew.
final class EffectJob {
  private final House house;
  private final String name;
  private final Sheets sheets;

  EffectJob(House house, Effect effect, Sheets sheets) {
    this.house = house;
    this.name = effect.outsideName();
    this.sheets = sheets;
  }

  /// As far as it may come before the word: with its document where the printer holds it.
  Answer<JobRef> prepared() {
    return house.printer().holdsJobs() ? filled() : empty();
  }

  /// A job without its document, which waits because it has none.
  Answer<JobRef> empty() {
    return house
        .printer()
        .find(name)
        .flatMap(
            known ->
                known
                    .filter(job -> !job.state().terminal())
                    .<Answer<JobRef>>map(job -> new Answer.Got<>(job.job()))
                    .orElseGet(this::created));
  }

  /// Brings the document into the job.
  Answer<JobRef> fill(JobRef job) {
    return new Delivery(house, sheets.visit().worker(), plan()).deliver(job);
  }

  private Answer<JobRef> filled() {
    return house.printer().find(name).flatMap(this::filled);
  }

  private Answer<JobRef> filled(Optional<JobReport> known) {
    if (known.filter(job -> job.documents() == 1).isPresent()) {
      return new Answer.Got<>(known.get().job());
    }
    if (known.isPresent()
        && !(house.printer().purge(known.get().job()) instanceof Answer.Got<PrinterDriver.Purge>)) {
      return new Answer.Silent<>("an empty job of this name cannot be purged");
    }
    return created().flatMap(this::fill);
  }

  private Answer<JobRef> created() {
    return house.printer().create(new JobTicket(name, plan().paper(), plan().sides()));
  }

  private SheetPlan plan() {
    return sheets.quote().plan();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.console.board.BoardHand.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.journey.GuardedPromises;
import io.secureprint.app.fx.Phrase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;

final class PromisesViewModelTest {
  @TempDir private Path folder;
  private BoardHand hand;
  private PromisesViewModel promises;

  @BeforeEach
  void open() {
    hand = new BoardHand(folder, "Asha");
    promises = hand.model.promises();
    hand.model.onShown(true);
  }

  @AfterEach
  void close() {
    hand.close();
  }

  @Test
  void theOwnerSeesTheUsualPromisesUntilSheLeaves() {
    promises.onOpen();
    assertThat(rules().policies())
        .extracting(policy -> policy.kind().taskType() + " " + policy.target().toHours())
        .containsExactlyInAnyOrder("intake 1", "assessment 4", "review 2");
    hand.model.onShown(false);
    assertThat(promises.rules().get()).isNull();
  }

  @Test
  void staffSeeNothingOfThem() {
    TestStaff.enter(hand.shift, "Ravi");
    promises.onOpen();
    assertThat(refusal(promises.outcome().get()).code()).isEqualTo("PIN_NEEDED");
    assertThat(promises.rules().get()).isNull();
  }

  @Test
  void anotherPromiseTakesThePlaceOfTheFormer() {
    promises.onOpen();
    promises.onPick(intake());
    assertThat(promises.policy().minutes().get()).isEqualTo("60");
    promises.policy().minutes().set("३०");
    promises.onSavePolicy();
    assertThat(promises.outcome().get()).isEqualTo(new Outcome.Done(Phrase.PROMISE_SAVED));
    assertThat(intake().target()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aPromiseThatNobodyKeepsIsRemoved() {
    promises.onOpen();
    promises.onRemove(intake());
    assertThat(promises.outcome().get()).isEqualTo(new Outcome.Done(Phrase.PROMISE_REMOVED));
    assertThat(rules().policies())
        .extracting(policy -> policy.kind().taskType())
        .containsExactlyInAnyOrder("assessment", "review");
  }

  @Test
  void whatIsNoNumberIsToldAtItsField() {
    promises.onOpen();
    promises.policy().minutes().set("soon");
    promises.policy().warn().set("100");
    promises.onSavePolicy();
    assertThat(promises.fault("target")).contains("SLA_TARGET_WRONG");
    assertThat(promises.fault("warn_percent")).contains("SLA_WARNING_WRONG");
    assertThat(promises.fault("area")).isEmpty();
  }

  @Test
  void hoursAndFestivalsAreKept() {
    promises.onOpen();
    HoursForm hours = promises.hours();
    hours.day(DayOfWeek.MONDAY).set("9:00 - 13:00");
    promises.onSaveHours();
    assertThat(promises.fault("hours.monday")).contains("CALENDAR_HOURS_WRONG");
    assertThat(promises.fault("hours.tuesday")).isEmpty();
    assertThat(promises.fault("hours")).isEmpty();
    hours.day(DayOfWeek.MONDAY).set("09:00 – 13:00, 14:00-20:00");
    hours.day(DayOfWeek.SUNDAY).set("");
    hours.date().set(LocalDate.of(2027, 10, 29));
    hours.name().set("Diwali");
    hours.onAdd();
    promises.onSaveHours();
    assertThat(promises.outcome().get()).isEqualTo(new Outcome.Done(Phrase.HOURS_SAVED));
    assertThat(rules().calendar().week().get(DayOfWeek.MONDAY)).hasSize(2);
    assertThat(rules().calendar().week().get(DayOfWeek.SUNDAY)).isEmpty();
    assertThat(rules().calendar().festivals())
        .containsEntry(LocalDate.of(2027, 10, 29), "Diwali");
  }

  private GuardedPromises.Rules rules() {
    return Objects.requireNonNull(promises.rules().get());
  }

  private SlaPolicy intake() {
    return rules().policies().stream()
        .filter(policy -> policy.kind().taskType().equals("intake"))
        .findFirst()
        .orElseThrow();
  }
}

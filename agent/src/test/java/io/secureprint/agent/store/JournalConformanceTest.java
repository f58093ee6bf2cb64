// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.engine.Position;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.kernel.UnitOfWork.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What every journal promises the engine.
@OnBothDatabases
final class JournalConformanceTest {
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private Journal journal;
  private Journal others;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    journal = new JdbcJournal(unitOfWork, clock, "this");
    others = new JdbcJournal(unitOfWork, clock, "other");
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void anExecutionIsReadAsItWasWrittenDownToTheMicrosecond() {
    Execution written =
        TestExecution.of("e1", clock, Facts.of("name", "नीला आम \"x\" \\ 'y'").and("sheets", 3L));
    assertThat(did(journal, j -> j.insert(written, "d1"))).isTrue();
    assertThat(found(journal, j -> j.find("e1"))).contains(written);
    assertThat(found(journal, j -> j.find("e2"))).isEmpty();
  }

  @Test
  void theSameDedupeKeyIsOneExecution() {
    assertThat(did(journal, j -> j.insert(TestExecution.of("e1", clock), "d"))).isTrue();
    assertThat(did(journal, j -> j.insert(TestExecution.of("e2", clock), "d"))).isFalse();
    assertThat(found(journal, j -> j.find("e2"))).isEmpty();
  }

  @Test
  void onlyTheNextRevisionIsWritten() {
    Execution first = inserted("e1");
    Execution second = next(first, ExecutionStatus.IN_PROGRESS, "CODE");
    assertThat(did(journal, j -> j.update(second))).isTrue();
    assertThat(did(journal, j -> j.update(second))).as("twice").isFalse();
    assertThat(found(journal, j -> j.find("e1"))).contains(second);
  }

  @Test
  void whatHasEndedIsNotUnfinished() {
    Execution first = inserted("e1");
    inserted("e2");
    did(journal, j -> j.update(next(first, ExecutionStatus.FAILED, "X")));
    assertThat(ids(journal, Journal::unfinished)).containsExactly("e2");
  }

  @Test
  void aStepIsKnownToHaveBegunUntilItHasComeToSomething() {
    Execution before = inserted("e1");
    Position at = before.position();
    Position running =
        new Position(at.round(), at.step(), 1, false, null, at.ending(), null, clock.instant());
    Execution first =
        new Execution(before.identity(), before.status(), running, before.facts(), before.revision() + 1);
    did(journal, j -> j.update(first));
    assertThat(found(journal, j -> j.find("e1")).orElseThrow().position().begunAt())
        .isEqualTo(clock.instant());
    did(journal, j -> j.update(next(first, ExecutionStatus.IN_PROGRESS, "CODE")));
    assertThat(found(journal, j -> j.find("e1")).orElseThrow().position().begunAt()).isNull();
  }

  @Test
  void eachRunOfAStepEndsOnce() {
    inserted("e1");
    assertThat(did(journal, j -> ended(j, 1))).isTrue();
    assertThat(did(journal, j -> ended(j, 2))).isTrue();
    assertThatThrownBy(() -> did(journal, j -> ended(j, 2))).isInstanceOf(Unavailable.class);
  }

  @Test
  void signalsComeInTheirOrderAndEachCommandOnce() {
    inserted("e1");
    assertThat(did(journal, j -> j.insertSignal("e1", "c1", Signal.of("first")))).isTrue();
    assertThat(did(journal, j -> j.insertSignal("e1", "c2", new Signal("second", Facts.of("n", 1L))))).isTrue();
    assertThat(did(journal, j -> j.insertSignal("e1", "c1", Signal.of("again")))).isFalse();
    assertThat(found(journal, j -> j.nextSignal("e1")).map(Journal.Kept::commandId)).contains("c1");
    did(journal, j -> handled(j, "c1"));
    assertThat(found(journal, j -> j.nextSignal("e1")))
        .contains(new Journal.Kept("c2", new Signal("second", Facts.of("n", 1L))));
    did(journal, j -> handled(j, "c2"));
    assertThat(found(journal, j -> j.nextSignal("e1"))).isEmpty();
  }

  @Test
  void aCancelGoesBeforeWhatCameEarlier() {
    inserted("e1");
    did(journal, j -> j.insertSignal("e1", "c1", Signal.of(Signal.BRANCH)));
    did(journal, j -> j.insertSignal("e1", "c2", Signal.of(Signal.CANCEL)));
    assertThat(found(journal, j -> j.nextSignal("e1")).map(Journal.Kept::commandId)).contains("c2");
  }

  @Test
  void eachAgentCarriesItsOwnExecutionsForward() {
    inserted("e1");
    assertThat(found(others, j -> j.owned("e1"))).isEmpty();
    assertThat(ids(others, Journal::unfinished)).isEmpty();
    assertThat(found(journal, j -> j.owned("e1"))).isPresent();
    assertThat(found(others, j -> j.find("e1"))).isPresent();
  }

  @Test
  void whatAnotherAgentSignalsIsHeardByTheOwner() {
    inserted("e1");
    assertThat(ids(journal, Journal::signalled)).isEmpty();
    did(others, j -> j.insertSignal("e1", "c1", Signal.of("paid")));
    assertThat(ids(journal, Journal::signalled)).containsExactly("e1");
    assertThat(ids(others, Journal::signalled)).isEmpty();
    did(journal, j -> handled(j, "c1"));
    assertThat(ids(journal, Journal::signalled)).isEmpty();
  }

  @Test
  void everythingIsThereAfterARestart() throws Database.Unusable {
    Execution first = inserted("e1");
    did(journal, j -> j.insertSignal("e1", "c1", Signal.of("go")));
    close();
    open();
    assertThat(found(journal, j -> j.find("e1"))).contains(first);
    assertThat(found(journal, j -> j.nextSignal("e1"))).isPresent();
    assertThat(ids(journal, Journal::unfinished)).containsExactly("e1");
  }

  private Execution inserted(String id) {
    Execution execution = TestExecution.of(id, clock);
    did(journal, j -> j.insert(execution, id));
    return execution;
  }

  private boolean ended(Journal in, int run) {
    in.stepEnded(
        "e1", new Journal.StepEnd("one", run, "RETRY", null, clock.instant(), clock.instant()));
    return true;
  }

  private static boolean handled(Journal in, String command) {
    in.signalHandled("e1", command);
    return true;
  }

  private static Execution next(Execution before, ExecutionStatus status, String code) {
    Position at = before.position();
    return new Execution(
        before.identity(),
        status,
        new Position(at.round(), at.step(), 2, false, before.identity().startedAt(), at.ending(), code, null),
        before.facts().and("more", 7L),
        before.revision() + 1);
  }

  private boolean did(Journal which, Predicate<Journal> work) {
    return unitOfWork.call(Durability.STEP, () -> work.test(which));
  }

  private <T> Optional<T> found(Journal which, Function<Journal, Optional<T>> work) {
    return unitOfWork.call(Durability.STEP, () -> work.apply(which));
  }

  private List<String> ids(Journal which, Function<Journal, List<String>> work) {
    return unitOfWork.call(Durability.STEP, () -> work.apply(which));
  }
}

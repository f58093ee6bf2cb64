// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.store.AgentLease.Taken;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.List;

/// Agents that share a database, and one of them dies.
@OnBothDatabases
final class AgentLeaseTest {
  private static final String KEYS = "k".repeat(64);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private JdbcUnitOfWork unitOfWork;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void aNameBelongsToOneProcessAtATime() {
    AgentLease first = lease("a", "run1");
    assertThat(first.take("", KEYS)).isEqualTo(Taken.YES);
    assertThat(first.renew()).isTrue();
    assertThat(lease("a", "copied").take("earlier", KEYS)).isEqualTo(Taken.TWICE);
    assertThat(lease("b", "run1").take("", KEYS)).as("another name").isEqualTo(Taken.YES);
  }

  @Test
  void theNextStartOfTheSameFolderNeedNotWait() {
    AgentLease killed = lease("a", "run1");
    killed.take("", KEYS);
    AgentLease next = lease("a", "run2");
    assertThat(next.take("run1", KEYS)).isEqualTo(Taken.YES);
    assertThat(next.renew()).isTrue();
    assertThat(killed.renew()).as("whoever acts on in its name learns of it").isFalse();
  }

  @Test
  void theNameOfAnAgentThatWasSilentIsFree() {
    lease("a", "run1").take("", KEYS);
    silent("a", 11);
    assertThat(lease("a", "elsewhere").take("", KEYS)).isEqualTo(Taken.YES);
  }

  @Test
  void countersWithOtherKeysDoNotJoinThoseThatWork() {
    lease("a", "r").take("", KEYS);
    assertThat(lease("b", "r").take("", "others")).isEqualTo(Taken.OTHER_KEYS);
    silent("a", 90_000);
    assertThat(lease("b", "r").take("", "others")).as("those are gone").isEqualTo(Taken.YES);
  }

  @Test
  void whatADeadAgentWasAtIsTakenOverAndFencedOffFromIt() {
    Journal dead = journal("dead");
    Journal alive = journal("alive");
    Execution left = TestExecution.withoutCustomer("e1", clock);
    unitOfWork.run(Durability.STEP, () -> dead.insert(left, "e1"));
    lease("dead", "r").take("", KEYS);
    AgentLease lease = lease("alive", "r");
    lease.take("", KEYS);
    assertThat(lease.takeOver()).as("while it lives").isZero();
    silent("dead", 61);
    assertThat(lease.takeOver()).isEqualTo(1);
    assertThat(lease.takeOver()).isZero();
    unitOfWork.run(Durability.STEP, () -> {
      assertThat(alive.unfinished()).containsExactly("e1");
      assertThat(dead.owned("e1")).isEmpty();
      assertThat(dead.update(TestExecution.next(left))).as("it was not dead after all").isFalse();
    });
  }

  @Test
  void customersPaperAndSealedContextsOfADeadAgentAreLeftToIt() {
    Journal dead = journal("dead");
    unitOfWork.run(Durability.STEP, () -> {
      dead.insert(TestExecution.of("customer", clock), "1");
      dead.insert(TestExecution.withoutCustomer("paper", clock), "2");
      dead.insert(TestExecution.withoutCustomer("sealed", clock), "3");
      unitOfWork.handle().execute(
          "insert into execution_context (execution_id, name, sealed) values ('sealed', 'n', ?)",
          new byte[] {1});
    });
    new JdbcEffectLedger(unitOfWork, Ids.secure(), clock).open("paper/print/0", "paper", "print");
    lease("dead", "r").take("", KEYS);
    silent("dead", 3_600);
    AgentLease lease = lease("alive", "r");
    lease.take("", KEYS);
    assertThat(lease.takeOver()).isZero();
    assertThat(unitOfWork.call(Durability.STEP, dead::unfinished))
        .containsExactlyInAnyOrder("customer", "paper", "sealed");
  }

  @Test
  void aFileThatNobodyElseOpensIsTakenUpWhole() {
    unitOfWork.run(Durability.STEP, () -> {
      journal("before").insert(TestExecution.of("e1", clock), "1");
      unitOfWork.handle().execute("update execution set owner_agent = null where id = 'e1'");
      journal("lost name").insert(TestExecution.of("e2", clock), "2");
    });
    lease("a", "r").adoptAll();
    assertThat(unitOfWork.call(Durability.STEP, () -> List.copyOf(journal("a").unfinished())))
        .containsExactlyInAnyOrder("e1", "e2");
  }

  private Journal journal(String agent) {
    return new JdbcJournal(unitOfWork, clock, agent);
  }

  private AgentLease lease(String agent, String run) {
    return new AgentLease(unitOfWork, agent, run);
  }

  private void silent(String agent, int seconds) {
    unitOfWork.run(
        Durability.STEP,
        () ->
            unitOfWork.handle().execute(
                "update agent_lease set seen_at = seen_at - " + seconds + " * interval '1' second"
                    + " where agent = ?",
                agent));
  }
}

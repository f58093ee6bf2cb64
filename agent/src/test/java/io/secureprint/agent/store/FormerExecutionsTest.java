// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.History;

import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Executions that were under way when their tables were still others (before version 39).
@OnBothDatabases
final class FormerExecutionsTest {
  private static final String BEGAN = "2026-11-20T10:00:00Z";
  private static final String DEFINITION =
      "{\"name\":\"seven\",\"version\":1,\"steps\":[{\"key\":\"one\",\"type\":\"work\",\"retry\":"
          + "{\"maxRetries\":0,\"initialDelay\":0,\"maxDelay\":0}},{\"key\":\"two\",\"type\":\"work\","
          + "\"retry\":{\"maxRetries\":0,\"initialDelay\":0,\"maxDelay\":0}}],\"finaliser\":{\"key\":\"end\","
          + "\"type\":\"work\",\"retry\":{\"maxRetries\":0,\"initialDelay\":0,\"maxDelay\":0}}}";

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;

  @Test
  void theyStandWhereTheyStoodAndTheirStepIsKnownToHaveBegun() throws Exception {
    asItWas();
    try (Database database = kind.open(folder);
        JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database)) {
      JdbcJournal journal = new JdbcJournal(unitOfWork, Clock.systemUTC(), "a");
      Execution found =
          unitOfWork.call(Durability.STEP, () -> journal.owned("e1")).orElseThrow();
      assertThat(found.current().key()).isEqualTo("two");
      assertThat(found.position().begunAt()).isEqualTo(Instant.parse(BEGAN));
      assertThat(found.facts().number("n")).isEqualTo(7);
      assertThat(found.revision()).isEqualTo(3);
      List<History.Step> steps = new JdbcHistory(unitOfWork).steps("e1");
      assertThat(steps).extracting(History.Step::step).containsExactly("one", "two");
      assertThat(steps).extracting(History.Step::status).containsExactly("DONE", "RUNNING");
    }
  }

  private void asItWas() throws Exception {
    try (HikariDataSource source = new HikariDataSource(Connections.to(kind.place(folder)))) {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:db/migration")
          .target("37")
          .load()
          .migrate();
      Jdbi.create(source).useHandle(handle -> {
        handle.execute(
            "insert into execution_definition (hash, definition) values ('h', ?)", DEFINITION);
        handle.execute(
            "insert into execution (id, workflow, definition_hash, dedupe_key, session_id,"
                + " correlation_id, status, ending, round, step, attempt, waiting, facts, revision,"
                + " started_at, owner_agent) values ('e1', 'seven', 'h', 'd', 's', 'c', 'IN_PROGRESS',"
                + " 'COMPLETED', 0, 1, 1, false, '{\"n\":7}', 3, now(), 'a')");
        handle.execute(
            "insert into step_execution (execution_id, step, attempt, status, started_at, ended_at)"
                + " values ('e1', 'one', 1, 'DONE', now(), now())");
        handle.execute(
            "insert into step_execution (execution_id, step, attempt, status, started_at)"
                + " values ('e1', 'two', 1, 'RUNNING', timestamp with time zone '" + BEGAN + "')");
      });
    }
  }
}

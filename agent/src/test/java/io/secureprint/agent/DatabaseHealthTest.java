// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.store.Backups;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcHistory;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;

/// What a database says of itself.
final class DatabaseHealthTest {
  @TempDir private Path folder;
  private String trouble = "";

  @Test
  void aDatabaseThatTakesNothingHasFailed() throws Exception {
    Database database = Database.open(folder);
    try (JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database)) {
      assertThat(part(database, unitOfWork))
          .extracting(Part::state, part -> part.facts().size())
          .containsExactly(State.OK, 2);
      database.close();
      assertThat(part(database, unitOfWork).code()).isEqualTo("STORAGE_FAILED");
    }
  }

  @Test
  void anAgentThatAnotherActsForIsToldThoughTheDatabaseAnswers() throws Exception {
    try (Database database = Database.open(folder);
        JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database)) {
      trouble = "AGENT_TWICE";
      assertThat(part(database, unitOfWork))
          .extracting(Part::state, Part::code)
          .containsExactly(State.FAILED, "AGENT_TWICE");
    }
  }

  private Part part(Database database, JdbcUnitOfWork unitOfWork) throws Exception {
    return new DatabaseHealth(
            unitOfWork,
            new JdbcHistory(unitOfWork),
            database::bytes,
            answers -> answers ? trouble : database.lost(),
            new Backups(database, folder.resolve("backups"), Clock.systemUTC()))
        .probe()
        .look()
        .call()
        .getFirst();
  }
}

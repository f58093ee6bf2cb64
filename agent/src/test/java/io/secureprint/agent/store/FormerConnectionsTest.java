// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.SecretMark;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/// Connections from when less was asked of them.
@OnBothDatabases
final class FormerConnectionsTest {
  private static final URI COLLEGE = URI.create("https://college.example");

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;

  @Test
  void whatIsNoneAnyMoreLeavesTheOthersAndCanBeMadeAnew() throws Exception {
    Connection good = new Connection("good", COLLEGE, "X-Key");
    Connection former = new Connection("former", COLLEGE, "X-Key");
    try (Database database = kind.open(folder);
        JdbcUnitOfWork work = new JdbcUnitOfWork(database)) {
      JdbcConnections rows = new JdbcConnections(work);
      work.run(Durability.STEP, () -> {
        rows.save(good, SecretMark.of(""), "Asha", Instant.EPOCH);
        rows.save(former, SecretMark.of(""), "Asha", Instant.EPOCH);
        work.handle().execute("update connection set header = 'Host' where name = 'former'");
        assertThat(rows.list()).containsExactly(good);
        assertThat(rows.find("former")).isEmpty();
        rows.save(former, SecretMark.of(""), "Asha", Instant.EPOCH);
        assertThat(rows.list()).containsExactly(former, good);
      });
    }
  }
}

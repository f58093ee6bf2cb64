// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.TestDatabase;

import java.nio.file.Path;

final class PostgresOutboxTest extends OutboxContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return TestDatabase.POSTGRESQL.open(folder);
  }
}

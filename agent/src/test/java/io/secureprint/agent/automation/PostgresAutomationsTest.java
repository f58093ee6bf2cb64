// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.TestDatabase;

import java.nio.file.Path;

final class PostgresAutomationsTest extends AutomationsContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return TestDatabase.POSTGRESQL.open(folder);
  }
}

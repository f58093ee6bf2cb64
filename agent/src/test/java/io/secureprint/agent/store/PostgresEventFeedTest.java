// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;

final class PostgresEventFeedTest extends EventFeedContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return TestDatabase.POSTGRESQL.open(folder);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.store.Database;

import java.nio.file.Path;

final class H2OutboxTest extends OutboxContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return Database.open(folder);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.store.Database;

import java.nio.file.Path;

final class H2AutomationsTest extends AutomationsContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return Database.open(folder);
  }
}

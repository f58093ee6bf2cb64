// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;

final class H2EventFeedTest extends EventFeedContract {
  @Override
  Database database(Path folder) throws Database.Unusable {
    return Database.open(folder);
  }
}

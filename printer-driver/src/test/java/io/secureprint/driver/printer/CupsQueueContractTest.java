// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.testprinter.PrintHost;

final class CupsQueueContractTest extends PrintHostContract {
  @Override
  PrinterDriver fresh() {
    return new CupsQueue(client(), host().cups(), PrintHost.QUEUE);
  }
}

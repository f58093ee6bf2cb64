// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

final class IppPrinterContractTest extends PrintHostContract {
  @Override
  PrinterDriver fresh() {
    return new IppPrinter(client(), host().printer());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.testhost.TestHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The shop's disk fills up under its customers.
final class FullDiskTest {
  @TempDir private Path scratch;

  @Test
  void aFullDiskClosesTheShopForNewFilesAndMoneyKeepsWhatIsPaidAndOpensItAgain()
      throws IOException, InterruptedException {
    Path data = Files.createDirectory(scratch.resolve("data"));
    List<String> lines =
        TestHost.withADisk(
            data, FullDisk.MEBIBYTES, FullDisk.class, data.toString(), scratch.toString());
    assertThat(lines)
        .contains(
            "under way: STORAGE_FULL",
            "new: STORAGE_FULL",
            "console: [STORAGE_FULL]",
            "kiosk: #",
            "money: SHOP_CLOSED",
            "paid: COMPLETED",
            "open again: true",
            "room again: READY");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.kernel.Ids;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Makes the key by which programs on this PC use the shop's API.
@Command(
    name = "api-key",
    mixinStandardHelpOptions = true,
    description = "Makes a new API key and shows it once; the one before it ends.")
final class ApiKeyCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    AgentConfig.Folders folders = new AgentConfig.Folders(DataFolder.of(data));
    try {
      System.out.println(new ApiKeys(folders.apiKey()).renew(Ids.secure()));
      return 0;
    } catch (IOException e) {
      System.err.println("STORAGE_FAILED: " + e.getMessage());
      return 1;
    }
  }
}

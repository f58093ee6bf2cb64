// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.store.KilledEngine.Flaw;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// kill -9 at any moment of an engine at work: no effect twice, no acknowledged command lost, every
/// execution ends, records that agree with each other.
final class EngineKillTest {
  private static final int KILLS = 10_000;
  private static final long SEED = 4;

  @TempDir private Path folder;

  @Test
  void anEngineKilledAFewTimesKeepsItsWord() throws Exception {
    KillRound.Result result = round("data", Flaw.NONE, 4);
    assertThat(result.counts().acknowledged()).isPositive();
    assertThat(result.counts().effects()).isPositive();
  }

  /// A campaign that would not notice is worth nothing, so it is tried first on engines that are used
  /// wrongly.
  @Test
  @Tag("campaign")
  @Tag("engine")
  void anEngineKilledTenThousandTimesKeepsItsWord() throws Exception {
    assertThatThrownBy(() -> round("past the ledger", Flaw.NO_LEDGER, 20))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("effects");
    assertThatThrownBy(() -> round("answered early", Flaw.EARLY, 20))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Acknowledged");
    KillCampaign.resumed().run(EngineJvm.trained(folder), folder, KILLS);
  }

  private KillRound.Result round(String name, Flaw flaw, int kills) throws Exception {
    Path data = Files.createDirectories(folder.resolve(name));
    return new KillRound(EngineJvm.plain(), data, flaw, SEED).run(kills);
  }
}

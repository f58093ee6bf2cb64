// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.driver.campaign.CampaignRecord;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Rounds of kills until there were enough of them, over as many runs as that takes: what was reached
/// is kept after each round, and told after each thousand kills.
final class KillCampaign {
  private static final int KILLS_A_ROUND = 25;
  private static final int KILLS_A_ROW = 1_000;
  private static final Path STATE = Path.of("target", "campaigns", "engine.properties");
  private static final int LANES = Runtime.getRuntime().availableProcessors();

  private final Properties reached;
  private int running;

  private KillCampaign(Properties reached) {
    this.reached = reached;
  }

  static KillCampaign resumed() throws IOException {
    Properties reached = new Properties();
    if (Files.exists(STATE)) {
      try (Reader in = Files.newBufferedReader(STATE)) {
        reached.load(in);
      }
    }
    return new KillCampaign(reached);
  }

  /// Rounds beside each other, as many as there are cores: an engine is small, and starts most of the
  /// time.
  void run(EngineJvm jvm, Path folder, int kills) throws Exception {
    String commit = commit();
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      CompletionService<Void> lanes = new ExecutorCompletionService<>(threads);
      for (int lane = 0; lane < LANES; lane++) {
        lanes.submit(() -> lane(jvm, folder, kills, commit));
      }
      for (int lane = 0; lane < LANES; lane++) {
        lanes.take().get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private @Nullable Void lane(EngineJvm jvm, Path folder, int kills, String commit)
      throws Exception {
    for (OptionalInt seed = next(kills); seed.isPresent(); seed = next(kills)) {
      Path data = Files.createDirectories(folder.resolve("round-" + seed.getAsInt()));
      KillRound.Result result =
          new KillRound(jvm, data, KilledEngine.Flaw.NONE, seed.getAsInt()).run(KILLS_A_ROUND);
      delete(data);
      ended(result, commit);
    }
    return null;
  }

  /// The seed of one more round, if one is needed beside those that run. No seed comes twice.
  private synchronized OptionalInt next(int kills) throws IOException {
    if (number("kills") + running * KILLS_A_ROUND >= kills) {
      return OptionalInt.empty();
    }
    int seed = number("rounds");
    running++;
    add("rounds", 1);
    save();
    return OptionalInt.of(seed);
  }

  private synchronized void ended(KillRound.Result result, String commit) throws IOException {
    running--;
    add(result);
    save();
    if (number("kills") % KILLS_A_ROW == 0) {
      record(commit);
    }
  }

  private void add(KillRound.Result result) {
    add("kills", result.kills());
    add("executions", result.counts().executions());
    add("acknowledged", result.counts().acknowledged());
    add("effects", result.counts().effects());
    add("doubts", (int) result.counts().inDoubt());
  }

  private void add(String what, int more) {
    reached.setProperty(what, Integer.toString(number(what) + more));
  }

  private int number(String what) {
    return Integer.parseInt(reached.getProperty(what, "0"));
  }

  private void save() throws IOException {
    Files.createDirectories(STATE.getParent());
    try (Writer out = Files.newBufferedWriter(STATE)) {
      reached.store(out, null);
    }
  }

  private void record(String commit) throws IOException {
    new CampaignRecord("engine")
        .with("commit", commit)
        .with("database", "H2")
        .with("kills so far", number("kills"))
        .with("executions", number("executions"))
        .with("acknowledged commands", number("acknowledged"))
        .with("lost", 0)
        .with("effects", number("effects"))
        .with("twice", 0)
        .with("in doubt", number("doubts"))
        .write();
  }

  private static String commit() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? said.strip() : "unknown";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

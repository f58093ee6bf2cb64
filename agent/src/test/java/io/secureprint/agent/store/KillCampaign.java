// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.driver.campaign.CampaignRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/// Rounds of kills until there were enough of them, over as many runs as that takes: what was reached
/// is kept after each round, and told after each thousand kills.
final class KillCampaign {
  private static final int KILLS_A_ROUND = 25;
  private static final int KILLS_A_ROW = 1_000;
  private static final Path STATE = Path.of("target", "campaigns", "engine.properties");

  private final Properties reached;

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

  void run(EngineJvm jvm, Path folder, int kills) throws Exception {
    String commit = commit();
    while (number("kills") < kills) {
      int seed = number("rounds");
      Path data = Files.createDirectories(folder.resolve("round-" + seed));
      KillRound.Result result =
          new KillRound(jvm, data, KilledEngine.Flaw.NONE, seed).run(KILLS_A_ROUND);
      add(result);
      delete(data);
      save();
      if (number("kills") % KILLS_A_ROW == 0) {
        record(commit);
      }
    }
  }

  private void add(KillRound.Result result) {
    add("rounds", 1);
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

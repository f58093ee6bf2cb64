// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.Start;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// An engine in a process of its own, made to be killed. It does what its standard input says, line by
/// line and all at once, and repeats each line on its standard output, behind `ok`, when what it asks
/// for is on the disk, or behind `no` when it could not be written.
public final class KilledEngine {
  private static final Logger LOG = LoggerFactory.getLogger(KilledEngine.class);
  private static final int LOOKS_A_SWEEP = 100;
  private static final String ID = "0123456789abcdef0123456789abcdef";

  private final JdbcUnitOfWork unitOfWork;
  private final Engine engine;
  private final Durability durability;

  private KilledEngine(JdbcUnitOfWork unitOfWork, Engine engine, Durability durability) {
    this.unitOfWork = unitOfWork;
    this.engine = engine;
    this.durability = durability;
  }

  /// What the engine's user may do wrong.
  enum Flaw {
    NONE,
    /// Answers when it is committed, but not yet on the disk.
    EARLY,
    /// Does effects past the ledger.
    NO_LEDGER
  }

  /// Arguments: the folder with the database and the world, the flaw.
  public static void main(String[] arguments) {
    try {
      open(Path.of(arguments[0]), Flaw.valueOf(arguments[1])).serve();
    } catch (IOException | Database.Unusable | RuntimeException e) {
      e.printStackTrace();
      // Other threads would keep a process that serves nobody.
      Runtime.getRuntime().halt(1);
    }
  }

  private static KilledEngine open(Path folder, Flaw flaw) throws IOException, Database.Unusable {
    Clock clock = Clock.systemUTC();
    Ids ids = Ids.secure();
    Database database = Database.open(folder);
    JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database);
    JdbcEffectLedger ledger = new JdbcEffectLedger(unitOfWork, ids, clock);
    Engine engine =
        new Engine(
            new Engine.Ports(
                new JdbcJournal(unitOfWork, clock),
                unitOfWork,
                new JdbcEventLog(unitOfWork, clock),
                new SchedulerTimers(database),
                _ -> Context.LOST),
            KilledWorkflow.handlers(
                ledger, new OutsideWorld(folder.resolve("world")), flaw != Flaw.NO_LEDGER),
            clock,
            ids);
    engine.resume();
    return new KilledEngine(
        unitOfWork, engine, flaw == Flaw.EARLY ? Durability.STEP : Durability.BARRIER);
  }

  /// Until nobody is there any more to kill it.
  private void serve() throws IOException {
    say("READY");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line;
      Thread.ofVirtual().start(() -> say(answer(command)));
    }
    System.exit(0);
  }

  private String answer(String command) {
    try {
      return "ok " + command + " " + done(List.of(command.split(" ", -1)));
    } catch (UnitOfWork.Unavailable e) {
      LOG.error("not done: {}", command, e);
      return "no " + command + " later";
    }
  }

  private String done(List<String> words) {
    return switch (words.getFirst()) {
      case "start" -> start(words.get(1), words.get(2).equals("slow"));
      case "signal" -> String.valueOf(signal(words.get(1)));
      case "cancel" -> String.valueOf(cancel(words.get(1)));
      case "idle" -> idle();
      default -> throw new IllegalArgumentException(words.getFirst());
    };
  }

  /// The id, also of what was started before.
  private String start(String key, boolean slow) {
    Start start = new Start(key, ID, ID, Facts.NONE);
    return unitOfWork.call(durability, () ->
        engine
            .start(KilledWorkflow.definition(slow), start)
            .orElseGet(() -> id(key)));
  }

  private String id(String key) {
    return unitOfWork
        .handle()
        .select("select id from execution where dedupe_key = ?", key)
        .mapTo(String.class)
        .one();
  }

  private boolean signal(String id) {
    return unitOfWork.call(durability, () -> engine.signal(id, "go", Signal.of("go")));
  }

  private boolean cancel(String id) {
    return unitOfWork.call(durability, () -> engine.cancel(id, "NOT_WANTED", "test"));
  }

  /// Returns when every execution has ended, and that is on the disk. Sweeps as the agent does, only more often.
  private String idle() {
    String open = "select count(*) from execution where status = 'IN_PROGRESS'";
    for (int look = 1;
        unitOfWork.call(Durability.STEP, () ->
            unitOfWork.handle().select(open).mapTo(Long.class).one()) > 0;
        look++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      if (look % LOOKS_A_SWEEP == 0) {
        var _ = engine.sweep();
      }
    }
    unitOfWork.run(Durability.BARRIER, () -> {});
    return "now";
  }

  /// In one write, so that a kill cuts no line.
  private static void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}

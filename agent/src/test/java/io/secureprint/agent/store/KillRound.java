// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// One database whose engine is killed again and again while clients give it commands, each until it
/// is acknowledged. Then everything is let run to its end, and compared.
final class KillRound {
  private static final Logger LOG = LoggerFactory.getLogger(KillRound.class);
  private static final int CLIENTS = 8;
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(30);
  private static final Duration ENOUGH = Duration.ofSeconds(5);
  private static final int MOST_ACKNOWLEDGED = 12;
  private static final int LIFE_MILLIS = 60;
  private static final int START_MILLIS = 400;

  private final EngineJvm jvm;
  private final Path folder;
  private final KilledEngine.Flaw flaw;
  private final Random random;
  private final Queue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
  private volatile EngineLife life;
  private volatile boolean killing = true;

  KillRound(EngineJvm jvm, Path folder, KilledEngine.Flaw flaw, long seed)
      throws IOException {
    this.jvm = jvm;
    this.folder = folder;
    this.flaw = flaw;
    this.random = new Random(seed);
    this.life = new EngineLife(jvm.command(folder, flaw));
  }

  /// A command whose sender was told that it is done: `start`, `signal` or `cancel`.
  record Acknowledged(String command, String key, String id) {}

  /// What came of it.
  record Result(int kills, KilledRecords.Counts counts) {}

  Result run(int kills) throws Exception {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Random its = new Random(random.nextLong());
        String name = "client-" + client;
        clients.add(threads.submit(() -> client(name, its)));
      }
      for (int kill = 0; kill < kills; kill++) {
        killOnce();
      }
      killing = false;
      for (Future<?> client : clients) {
        client.get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
      letEnd();
    } finally {
      var _ = threads.shutdownNow();
      life.kill();
    }
    return new Result(kills, KilledRecords.check(folder, List.copyOf(acknowledged)));
  }

  /// What does not come to its end is for the records to tell.
  private void letEnd() throws Exception {
    try {
      String _ = life.ask("idle").get(END.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("not everything has ended", e);
    }
  }

  /// Most lives end while they work, some while they still take up what the last one left.
  private void killOnce() throws Exception {
    EngineLife present = life;
    if (random.nextInt(5) == 0) {
      sleep(random.nextInt(START_MILLIS));
    } else {
      present.ready().get(LONG.toSeconds(), TimeUnit.SECONDS);
      work(acknowledged.size() + random.nextInt(MOST_ACKNOWLEDGED));
      sleep(random.nextInt(LIFE_MILLIS));
    }
    present.kill();
    life = new EngineLife(jvm.command(folder, flaw));
  }

  /// Until so many commands were acknowledged, so that also on a busy machine lives achieve something.
  private void work(int count) {
    long until = System.nanoTime() + ENOUGH.toNanos();
    while (acknowledged.size() < count && System.nanoTime() - until < 0) {
      sleep(1);
    }
  }

  private Void client(String name, Random its) throws Exception {
    for (int number = 0; killing; number++) {
      String key = name + "-" + number;
      String id = ask("start " + key + " " + (its.nextInt(3) == 0 ? "slow" : "quick"));
      acknowledged.add(new Acknowledged("start", key, id));
      sleep(its.nextInt(20));
      String command = its.nextInt(6) == 0 ? "cancel" : "signal";
      String _ = ask(command + " " + id);
      acknowledged.add(new Acknowledged(command, key, id));
    }
    return null;
  }

  /// Asks one life after the other until one answers, as a client does that wants its answer.
  private String ask(String line) throws Exception {
    long until = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() - until < 0) {
      EngineLife present = life;
      try {
        present.ready().get(LONG.toSeconds(), TimeUnit.SECONDS);
        return present.ask(line).get(LONG.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof IOException)) {
          throw e;
        }
        sleep(5);
      } catch (TimeoutException e) {
        throw new IOException("no answer to " + line, e);
      }
    }
    throw new IOException("no life answers " + line);
  }

  private static void sleep(int millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }
}

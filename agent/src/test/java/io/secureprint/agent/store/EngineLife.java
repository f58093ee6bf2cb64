// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// One life of the [KilledEngine].
final class EngineLife {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLife.class);

  private final Process process;
  private final Writer in;
  private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread reader;
  private volatile boolean over;

  EngineLife(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = process.outputWriter();
    reader = Thread.ofVirtual().start(this::read);
  }

  /// Completes when the engine runs; fails when it has died before.
  CompletableFuture<Void> ready() {
    return ready;
  }

  /// What is told behind the repeated line; fails when the engine dies before.
  CompletableFuture<String> ask(String line) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.put(line, answer);
    try {
      synchronized (in) {
        in.write(line + "\n");
        in.flush();
      }
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
    if (over) {
      answer.completeExceptionally(new IOException("dead"));
    }
    return answer;
  }

  /// SIGKILL; returns when the process is gone and all that it said was heard.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /// Lets it end by itself, with all that it does at its end.
  void end() throws IOException, InterruptedException {
    in.close();
    process.waitFor();
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        heard(line);
      }
    } catch (IOException _) {
      // Killed in the middle of a line: nobody was told anything.
      over = true;
    }
    over = true;
    IOException dead = new IOException("dead");
    ready.completeExceptionally(dead);
    asked.values().forEach(answer -> answer.completeExceptionally(dead));
  }

  private void heard(String line) {
    if (line.equals("READY")) {
      ready.complete(null);
    } else if (line.startsWith("ok ") || line.startsWith("no ")) {
      int last = line.lastIndexOf(' ');
      CompletableFuture<String> answer = asked.get(line.substring(3, last));
      if (answer != null && line.startsWith("ok ")) {
        answer.complete(line.substring(last + 1));
      } else if (answer != null) {
        answer.completeExceptionally(new IOException(line));
      }
    } else if (line.contains(" ERROR ")) {
      LOG.warn("the engine says: {}", line);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts document workers and print senders, in a bubblewrap sandbox where the PC can, else as plain
/// children; both with the same hardened JVM. Thread-safe.
///
/// Processes are started on a thread that lives as long as this object, because a sandbox dies with
/// the *thread* that started it (prctl(2), PR_SET_PDEATHSIG), and pools let their threads die.
public final class WorkerLaunch implements AutoCloseable {
  private static final String DOCUMENT_WORKER = "io.secureprint.driver.worker.DocumentWorker";
  private static final String PRINT_SENDER = "io.secureprint.driver.worker.PrintSender";
  private static final long PROBE_SECONDS = 10;

  private final List<Path> classPath;
  private final WorkLimits limits;
  private final List<Path> senderFolders;
  private final Isolation isolation;
  private final ExecutorService starter;

  /// `classPath` has the program's jars and class folders, `senderFolders` those that a print sender
  /// may write to. Tries once whether a sandbox can be had.
  public WorkerLaunch(List<Path> classPath, WorkLimits limits, List<Path> senderFolders) {
    this(classPath, limits, senderFolders, probe());
  }

  WorkerLaunch(
      List<Path> classPath, WorkLimits limits, List<Path> senderFolders, Isolation isolation) {
    this.classPath = classPath.stream().map(Path::toAbsolutePath).toList();
    this.limits = limits;
    this.senderFolders = senderFolders.stream().map(Path::toAbsolutePath).toList();
    this.isolation = isolation;
    this.starter =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("driver-launch").factory());
  }

  /// The class path of this JVM.
  public static List<Path> ownClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  public Isolation isolation() {
    return isolation;
  }

  /// A [DocumentWorker] for one session.
  ///
  /// @throws IOException if the process cannot be started
  public Process documentWorker() throws IOException {
    List<String> java =
        java(
            DOCUMENT_WORKER,
            Long.toString(limits.perPage().toMillis()),
            Long.toString(limits.perCommand().toMillis()));
    return start(
        isolation == Isolation.PLAIN ? java : Sandbox.withoutNetwork(java, readable()));
  }

  /// A print sender for one document.
  ///
  /// @throws IOException if the process cannot be started
  public Process printSender() throws IOException {
    List<String> java = java(PRINT_SENDER);
    return start(
        isolation == Isolation.PLAIN ? java : Sandbox.withNetwork(java, readable(), senderFolders));
  }

  @Override
  public void close() {
    starter.shutdown();
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            // What a parser complains about can be the customer's words.
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(Map.of("LANG", "C.UTF-8"));
    try {
      return starter.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IOException("driver process cannot be started: " + command.getFirst(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private List<Path> readable() {
    List<Path> paths = new ArrayList<>(classPath);
    paths.add(Path.of(System.getProperty("java.home")));
    paths.add(cache(DOCUMENT_WORKER));
    paths.add(cache(PRINT_SENDER));
    return paths;
  }

  /// What the program learnt of this main class when it was packed (JEP 514), beside the first of its
  /// jars; elsewhere there is none. A JVM that cannot use it starts without.
  private Path cache(String main) {
    String name = main.substring(main.lastIndexOf('.') + 1) + ".aot";
    return classPath.getFirst().resolveSibling(name);
  }

  private List<String> java(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.HARDENED);
    if (Files.exists(cache(main))) {
      command.add("-XX:AOTCache=" + cache(main));
    }
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private static Isolation probe() {
    if (!Files.isExecutable(Sandbox.BWRAP)) {
      return Isolation.PLAIN;
    }
    try {
      Process probe =
          new ProcessBuilder(Sandbox.withoutNetwork(List.of("/usr/bin/true"), List.of()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      probe.destroyForcibly();
      return ended && probe.exitValue() == 0 ? Isolation.SANDBOXED : Isolation.PLAIN;
    } catch (IOException _) {
      return Isolation.PLAIN;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Isolation.PLAIN;
    }
  }
}

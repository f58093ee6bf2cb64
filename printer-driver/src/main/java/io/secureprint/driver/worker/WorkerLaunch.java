// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.SenderRoom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final String SERVICE_DESK = "io.secureprint.driver.worker.PrintServiceDesk";
  private static final long PROBE_SECONDS = 10;

  /// Where Linux keeps files in memory (shm_overview(7)).
  private static final Path MEMORY = Path.of("/dev/shm");

  private final List<Path> classPath;
  private final WorkLimits limits;
  private final Isolation isolation;
  private final SpoolFolder spools;
  private final ExecutorService starter;

  /// `classPath` has the program's jars and class folders. Tries once whether a sandbox can be had.
  ///
  /// @throws IOException if what a former run left cannot be removed
  public WorkerLaunch(List<Path> classPath, WorkLimits limits) throws IOException {
    this(classPath, limits, probe());
  }

  WorkerLaunch(List<Path> classPath, WorkLimits limits, Isolation isolation) throws IOException {
    this.classPath = classPath.stream().map(Path::toAbsolutePath).toList();
    this.limits = limits;
    this.isolation = isolation;
    this.spools = new SpoolFolder(MEMORY);
    spools.sweep();
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
            List.of(),
            DOCUMENT_WORKER,
            Long.toString(limits.perPage().toMillis()),
            Long.toString(limits.perCommand().toMillis()));
    return start(
        isolation == Isolation.PLAIN ? java : Sandbox.withoutNetwork(java, readable()), Map.of());
  }

  /// A print sender for one document.
  ///
  /// @throws IOException if the process cannot be started
  public Process printSender(SenderRoom room) throws IOException {
    if (isolation == Isolation.SANDBOXED) {
      List<String> own = room.spools() ? List.of("-Djava.io.tmpdir=/tmp") : List.of();
      return start(Sandbox.withNetwork(java(own, PRINT_SENDER), readable(), room), Map.of());
    }
    Optional<Path> spool = room.spools() ? spools.make() : Optional.empty();
    List<String> own = spool.map(folder -> "-Djava.io.tmpdir=" + folder).stream().toList();
    Process sender = start(java(own, PRINT_SENDER), room.environment());
    spool.ifPresent(folder -> SpoolFolder.removeAfter(sender, folder));
    return sender;
  }

  /// The process that knows the PC's print services.
  ///
  /// @throws IOException if the process cannot be started
  public Process printServices(Map<String, String> environment) throws IOException {
    List<String> java = java(List.of(), SERVICE_DESK);
    SenderRoom room = new SenderRoom(List.of(), environment, false);
    return isolation == Isolation.PLAIN
        ? start(java, environment)
        : start(Sandbox.withNetwork(java, readable(), room), Map.of());
  }

  @Override
  public void close() {
    starter.shutdown();
  }

  private Process start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            // What a parser complains about can be the customer's words.
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
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

  /// `own` flags win over the common ones.
  private List<String> java(List<String> own, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.HARDENED);
    if (Files.exists(cache(main))) {
      command.add("-XX:AOTCache=" + cache(main));
    }
    command.addAll(own);
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

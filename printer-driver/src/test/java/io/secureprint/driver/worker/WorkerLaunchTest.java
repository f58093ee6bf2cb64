// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class WorkerLaunchTest {
  @TempDir private Path folder;

  @Test
  void aSandboxWithoutNetworkReachesNothing() throws Exception {
    assertThat(probe(false)).contains("net=no", "read=no", "write=no");
  }

  @Test
  void aSandboxWithNetworkReachesThatAndTheFolderGiven() throws Exception {
    assertThat(probe(true))
        .contains("net=yes", "read=no", "write=yes")
        .anyMatch(line -> line.matches("environment=.*CUPS_USER.*"));
    assertThat(folder.resolve("out/written")).exists();
  }

  @Test
  void theEnvironmentOfTheAgentStaysOutside() throws Exception {
    assertThat(probe(false)).anyMatch(line -> line.matches("environment=\\[(LANG|PWD|, )*]"));
  }

  @Test
  void aWorkerLivesLongerThanTheThreadThatAskedForIt() throws Exception {
    try (WorkerLaunch launch = launch(Isolation.SANDBOXED)) {
      List<WorkerClient> started = new ArrayList<>();
      Thread asking = Thread.ofPlatform().start(() -> started.add(client(launch)));
      asking.join();
      try (WorkerClient worker = started.getFirst()) {
        assertThat(worker.facts(1, TestPdf.plainText(1, "x")).pages()).hasSize(1);
      }
    }
  }

  @Test
  void aCacheThatDoesNotFitIsDoneWithout() throws Exception {
    Files.write(folder.resolve("DocumentWorker.aot"), TestJpeg.noise(200, 200));
    List<Path> classPath = new ArrayList<>(List.of(folder.resolve("first.jar")));
    classPath.addAll(WorkerLaunch.ownClassPath());
    try (WorkerLaunch launch = launch(Isolation.SANDBOXED, classPath);
        WorkerClient worker = new WorkerClient(launch.documentWorker())) {
      assertThat(commandLine(worker.process())).contains("-XX:AOTCache=" + folder);
      assertThat(worker.facts(1, TestPdf.plainText(1, "x")).pages()).hasSize(1);
    }
  }

  @Test
  void aWorkerEndsWhenThePipeIsClosed() throws Exception {
    try (WorkerLaunch launch = launch(Isolation.SANDBOXED);
        WorkerClient worker = new WorkerClient(launch.documentWorker())) {
      worker.process().getOutputStream().close();
      assertThat(worker.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.process().exitValue()).isEqualTo(DocumentWorker.GONE);
    }
  }

  @Test
  void aPlainWorkerWritesNoDocumentToAnyDisk() throws Exception {
    byte[] photo = TestJpeg.noise(2_000, 1_500);
    try (WorkerLaunch launch = launch(Isolation.PLAIN);
        WorkerClient worker = new WorkerClient(launch.documentWorker())) {
      worker.facts(1, photo);
      worker.facts(2, TestPdf.coloured(2, 1));
      worker.plan(WorkerTest.ALL_OF_FILE_1);
      worker.draw(0, 800);
      worker.sheets();
      // The kernel also counts the access times of the classes that were read, some kilobytes.
      assertThat(bytesToDisk(worker.process().pid())).isLessThan(photo.length / 4);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelAgreesToKeepTheMemoryPrivate() {
    assertThat(MemoryGuard.raise()).isTrue();
  }

  private static long bytesToDisk(long pid) throws IOException {
    Path counters = Path.of("/proc", Long.toString(pid), "io");
    assumeThat(counters).isReadable();
    return Files.readAllLines(counters).stream()
        .filter(line -> line.startsWith("write_bytes: "))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  private List<String> probe(boolean network) throws Exception {
    assumeThat(Sandbox.BWRAP).isExecutable();
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    Path out = Files.createDirectories(folder.resolve("out"));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Path> readable = new ArrayList<>(WorkerLaunch.ownClassPath());
      readable.add(Path.of(System.getProperty("java.home")));
      List<String> java =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp", System.getProperty("java.class.path"), SandboxProbe.class.getName(),
              Integer.toString(server.getLocalPort()), secret.toString(), out.toString());
      SenderRoom room = new SenderRoom(List.of(out), Map.of("CUPS_USER", "sps"), false);
      List<String> command =
          network
              ? Sandbox.withNetwork(java, readable, room)
              : Sandbox.withoutNetwork(java, readable);
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      return said.lines().toList();
    }
  }

  private static WorkerLaunch launch(Isolation isolation) throws IOException {
    return launch(isolation, WorkerLaunch.ownClassPath());
  }

  private static WorkerLaunch launch(Isolation isolation, List<Path> classPath)
      throws IOException {
    assumeThat(isolation == Isolation.PLAIN || Files.isExecutable(Sandbox.BWRAP)).isTrue();
    return new WorkerLaunch(classPath, WorkLimits.DEFAULT, isolation);
  }

  private static String commandLine(Process process) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
  }

  private static WorkerClient client(WorkerLaunch launch) {
    try {
      return new WorkerClient(launch.documentWorker());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

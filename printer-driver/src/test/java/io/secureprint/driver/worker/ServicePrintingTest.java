// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.api.ServiceJob;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.testprinter.SenderClient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.print.PrintService;

/// Sheets through the JDK's print services, at a real CUPS queue.
final class ServicePrintingTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int WIDTH = 595;
  private static final int HEIGHT = 842;

  @TempDir private static Path folder;
  private static PrintHost host;

  @BeforeAll
  static void openTheShop() throws Exception {
    host = PrintHost.start(folder.resolve("host"));
    // For drawn pages the JDK does not tell CUPS their paper; on Windows it does.
    host.administer("lpadmin", "-o", "media-default=iso_a4_210x297mm");
  }

  @AfterAll
  static void closeTheShop() throws IOException {
    host.close();
  }

  @Test
  void aServiceThatTakesNoPdfGetsTheSheetsDrawnAtTheirTrueSize() throws Exception {
    byte[] pdf = TestPdf.sized(595.276f, 841.890f, 0);
    Path file = Files.write(folder.resolve("sheet.pdf"), pdf);
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    int before = host.received().size();
    assertThat(drawn(temporary, file)).isEqualTo("Delivered[]");
    assertThat(temporary).isEmptyDirectory();
    assertComesOutAsItIs(pdf, before);
  }

  @Test
  void aServiceThatTakesPdfGetsTheSheetsAsTheyAre() throws Exception {
    byte[] pdf = TestPdf.sized(595.276f, 841.890f, 0);
    byte[][] chunks = SenderClient.sealed(pdf);
    int before = host.received().size();
    try (WorkerLaunch launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
        SenderClient sender = new SenderClient(launch.printSender(room()))) {
      assertThat(sender.deliver(order(pdf.length, chunks.length), chunks))
          .isEqualTo(new SenderEvent.Delivered());
    }
    assertComesOutAsItIs(pdf, before);
  }

  private static void assertComesOutAsItIs(byte[] pdf, int before) throws IOException {
    await().atMost(LONG).until(() -> host.received().size() == before + 1);
    byte[] paper = Files.readAllBytes(host.received().getLast());
    Drawn wanted = Drawn.byPoppler(pdf, 0, WIDTH, HEIGHT);
    Drawn got = Drawn.byPoppler(paper, 0, WIDTH, HEIGHT);
    // One row of pixels may differ along the edges of the block.
    assertThat(got.distance(wanted)).isLessThan(255.0 / HEIGHT);
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void nothingIsLeftInAnyTemporaryFolderThoughTheSenderIsKilled(Isolation isolation)
      throws Exception {
    assumeThat(isolation == Isolation.PLAIN || Files.isExecutable(Sandbox.BWRAP)).isTrue();
    Set<String> before = temporaryFiles();
    byte[] pdf = TestPdf.plainText(2, "CANARY-spool-0b77");
    byte[][] chunks = SenderClient.sealed(pdf);
    try (WorkerLaunch launch =
        new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT, isolation)) {
      try (SenderClient sender = new SenderClient(launch.printSender(room()))) {
        assertThat(sender.deliver(order(pdf.length, chunks.length), chunks))
            .isEqualTo(new SenderEvent.Delivered());
      }
      try (SenderClient killed = new SenderClient(launch.printSender(room()))) {
        assertThat(killed.isAlive()).isTrue();
      }
      await().atMost(LONG).untilAsserted(() -> assertThat(temporaryFiles()).isEqualTo(before));
    }
  }

  @Test
  void aServiceThatIsNotThereIsToldAndNothingGoesOut() throws Exception {
    ServiceJob job = new ServiceJob("None", "sps-x", Paper.A4, Sides.ONE);
    byte[] pdf = TestPdf.plainText(1, "x");
    byte[][] chunks = SenderClient.sealed(pdf);
    try (WorkerLaunch launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
        SenderClient sender = new SenderClient(launch.printSender(room()))) {
      assertThat(
              sender.deliver(
                  new SenderCommand.PrintOnService(
                      job, SenderClient.KEY, pdf.length, chunks.length),
                  chunks))
          .isEqualTo(new SenderEvent.NotDelivered("SERVICE_UNKNOWN", 0));
    }
  }

  @Test
  void aServiceWithoutThePaperOrTheSidesIsGivenNothing() {
    ServiceJob job = new ServiceJob("Small", "sps-x", Paper.A4, Sides.TWO_LONG_EDGE);
    assertThat(new ServicePrinting(supportingNothing(), job).print(new byte[0]))
        .isEqualTo(new SenderEvent.NotDelivered("PRINTER_REFUSED", 0));
  }

  private static PrintService supportingNothing() {
    return (PrintService)
        Proxy.newProxyInstance(
            ServicePrintingTest.class.getClassLoader(),
            new Class<?>[] {PrintService.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("isAttributeValueSupported");
              return false;
            });
  }

  private static SenderCommand order(int size, int chunks) {
    String name = "sps-0123456789abcdef0123456789abcdef";
    ServiceJob job = new ServiceJob(PrintHost.QUEUE, name, Paper.A4, Sides.ONE);
    return new SenderCommand.PrintOnService(job, SenderClient.KEY, size, chunks);
  }

  private static SenderRoom room() {
    return new SenderRoom(List.of(), environment(), true);
  }

  private static Map<String, String> environment() {
    return Map.of("CUPS_SERVER", "127.0.0.1:" + host.cups().getPort(), "CUPS_USER", "sps");
  }

  private static String drawn(Path temporary, Path pdf) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            DrawnSheets.class.getName(),
            PrintHost.QUEUE,
            "sps-drawn",
            pdf.toString());
    program.environment().putAll(environment());
    Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /// What libraries leave, wherever they could.
  private static Set<String> temporaryFiles() throws IOException {
    long pid = ProcessHandle.current().pid();
    String names = ".*/(javaprint|imageio|PDFBox|\\+~JF|prn|sps-spool-" + pid + ").*";
    Set<String> found = new TreeSet<>();
    for (String place : List.of("/tmp", "/var/tmp", "/dev/shm", System.getProperty("user.home"))) {
      try (Stream<Path> files = Files.list(Path.of(place))) {
        files
            .map(Path::toString)
            .filter(name -> name.matches(names))
            .forEach(found::add);
      }
    }
    return found;
  }
}

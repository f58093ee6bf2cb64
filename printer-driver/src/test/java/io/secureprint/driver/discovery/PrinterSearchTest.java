// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.discovery.PrinterSearch.Probe;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.printer.PrintServices;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterStatus;
import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Looks at real printers, and at what is none.
final class PrinterSearchTest {
  @TempDir private static Path folder;
  private static PrintHost host;
  private static WorkerLaunch launch;
  private static IppClient client;
  private static PrintServices services;
  private static PrinterSearch search;

  @BeforeAll
  static void openTheShop() throws IOException {
    host = PrintHost.start(folder.resolve("host"));
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
    client = new IppClient();
    services = new PrintServices(launch::printServices, host.cups());
    search = new PrinterSearch(client, services, host.cups(), InstantSource.system());
  }

  @AfterAll
  static void closeTheShop() throws IOException {
    services.close();
    client.close();
    launch.close();
    host.close();
  }

  @Test
  void theQueuesOfThisPcAreFoundWithWhatTheyCanDo() {
    assertThat(search.queues()).singleElement().satisfies(PrinterSearchTest::isTheQueue);
  }

  @Test
  void thePrintServicesOfThisPcAreFound() {
    assertThat(search.services()).singleElement().satisfies(service -> {
      assertThat(service.address()).isEqualTo(new PrinterAddress.Service(PrintHost.QUEUE));
      assertThat(service.state()).isEqualTo(PrinterStatus.State.IDLE);
      assertThat(service.capabilities().duplex()).isTrue();
      assertThat(service.problem()).isEmpty();
    });
  }

  @Test
  void aPcWithoutCupsHasNoQueues() {
    assertThat(
            new PrinterSearch(
                    client, services, URI.create("http://127.0.0.1:9"), InstantSource.system())
                .queues())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:%d", " localhost:%d/ ", "ipp://localhost:%d/ipp/print"})
  void aPrinterIsFoundByWhatAPersonTypes(String typed) {
    URI printer = host.printer();
    assertThat(search.at(typed.formatted(printer.getPort())))
        .isInstanceOfSatisfying(
            Probe.Found.class,
            found -> {
              assertThat(found.printer().name()).isEqualTo("Shop Laser");
              assertThat(found.printer().address()).isEqualTo(new PrinterAddress.Ipp(printer));
              assertThat(found.printer().capabilities().colour()).isTrue();
            });
  }

  @Test
  void aQueueThatIsTypedIsAQueue() {
    URI cups = host.cups();
    assertThat(search.at(cups + "/printers/" + PrintHost.QUEUE))
        .isInstanceOfSatisfying(Probe.Found.class, found -> isTheQueue(found.printer()));
  }

  @Test
  void aPrinterThatTakesNoPdfIsRefused() throws IOException {
    PrintHost.Added small = host.add("localhost", "Small", "-f", "image/urf");
    assertThat(search.at(small.printer().toString()))
        .isEqualTo(new Probe.Refused("PDF_NOT_ACCEPTED"));
  }

  @Test
  void aWebServerIsNoPrinterAndAClosedPortIsNothing() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer web = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    web.start();
    String address = "127.0.0.1:" + web.getAddress().getPort();
    try {
      assertThat(search.at(address)).isEqualTo(new Probe.Refused("NOT_A_PRINTER"));
    } finally {
      web.stop(0);
    }
    assertThat(search.at(address)).isEqualTo(new Probe.Refused("PRINTER_UNREACHABLE"));
  }

  @Test
  void aDeviceThatNeverAnswersIsUnreachable() throws IOException {
    try (ServerSocket dumb = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(search.at("127.0.0.1:" + dumb.getLocalPort()))
          .isEqualTo(new Probe.Refused("PRINTER_UNREACHABLE"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ADDRESS_WRONG",
    "two words, ADDRESS_WRONG",
    "ftp://printer/x, ADDRESS_WRONG",
    "printer:port, ADDRESS_WRONG",
    "ipps://192.168.1.20/ipp/print, PRINTER_ENCRYPTED"
  })
  void whatCannotBeAskedIsRefusedWithItsReason(String typed, String code) {
    assertThat(search.at(typed)).isEqualTo(new Probe.Refused(code));
  }

  private static void isTheQueue(FoundPrinter queue) {
    assertThat(queue.address())
        .isEqualTo(new PrinterAddress.Cups(host.cups(), PrintHost.QUEUE));
    assertThat(queue.state()).isEqualTo(PrinterStatus.State.IDLE);
    assertThat(queue.capabilities().papers()).containsAll(List.of(Paper.A4));
    assertThat(queue.problem()).isEmpty();
  }
}

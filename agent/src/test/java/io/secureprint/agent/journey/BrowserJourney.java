// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A test host's whole program: a shop on an address that is not loopback, a real printer, and a
/// browser that plays the customer. Prints what it found, one `key=value` a line.
final class BrowserJourney {
  private static final String ADDRESS = "192.168.77.1";
  private static final int BLOCK = 4;
  private static final double MOST_DIFFERENCE = 4.0;

  private BrowserJourney() {}

  /// Arguments: a scratch folder, the web folder, how the customer pays (see [BrowserPayments]), the
  /// kind of printer, and, for pictures, their folder, the phone's language and its colour scheme.
  public static void main(String[] arguments) throws Exception {
    Path scratch = Path.of(arguments[0]);
    byte[] statement =
        arguments[2].equals("layout")
            ? TestPdf.leaflet(3, "CANARY-web")
            : TestPdf.plainText(2, "CANARY-web");
    Path document = Files.write(scratch.resolve("statement.pdf"), statement);
    try (PrintHost host = PrintHost.start(scratch.resolve("host"));
        PracticeGateway bank = PracticeGateway.open(Ids.secure(), Clock.systemUTC());
        Agent agent =
            Agent.start(
                config(scratch, host, arguments[3], arguments[2].startsWith("upi") ? bank : null),
                new Folders(data(scratch)))) {
      JsonNode seen = customer(arguments, scratch, document, agent, bank);
      booked(agent);
      List<Path> printed = printed(arguments[3], scratch, host);
      tell("secure", seen.get("secure"));
      tell("hash", seen.get("hash"));
      tell("amount", seen.get("amount"));
      tell("foreign", seen.get("foreign"));
      tell("jobs", printed.size());
      tell("owed", agent.desk().owed().claims().get().stream().map(ClaimTile::code).toList());
      tell("sheets", seen.get("sheets").size());
      tell("unlike", unlike(seen.get("sheets"), printed.getLast()));
      tell("coloured", coloured(Files.readAllBytes(printed.getLast())));
      tell("width", width(printed.getLast()));
    }
  }

  /// The customer is gone before the books are closed: who paid and got nothing for sure is owed it.
  private static void booked(Agent agent) {
    History.Row row =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> agent.history().search(new History.Query("", null, 1)).getFirst(),
                newest -> newest.endedAt() != null);
    if (row.status().equals("FAILED")) {
      await().until(() -> !agent.desk().owed().claims().get().isEmpty());
    }
  }

  /// What a print service was given may come out after the customer has gone.
  private static List<Path> printed(String printer, Path scratch, PrintHost host)
      throws IOException {
    if (printer.equals("folder")) {
      return files(folder(scratch));
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> !host.received().isEmpty());
    return host.received();
  }

  private static JsonNode customer(
      String[] arguments, Path scratch, Path document, Agent agent, PracticeGateway bank)
      throws IOException, InterruptedException {
    String ticket = agent.desk().ticket().get().address();
    List<String> command =
        new ArrayList<>(
            List.of(
                "node", "test/journey/customer.mjs", ticket, document.toString(),
                scratch.resolve("profile").toString(), arguments[2]));
    command.addAll(List.of(arguments).subList(4, arguments.length));
    Process browser =
        new ProcessBuilder(command)
            .directory(Path.of(arguments[1]).toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String last = "";
    for (String line : (Iterable<String>) browser.inputReader().lines()::iterator) {
      last = line;
      if (line.equals("PAYING")) {
        new BrowserPayments(agent, bank).pay(arguments[2]);
      }
    }
    if (browser.waitFor() != 0) {
      throw new IOException("the customer did not get through: " + last);
    }
    return JsonMapper.shared().readTree(last);
  }

  /// Sides whose print differs from their preview by more than compression explains. A printer that
  /// delivers face up gets them from CUPS last side first, so that the stack reads in order.
  private static int unlike(JsonNode previews, Path printed) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed.toFile())) {
      int sides = document.getNumberOfPages();
      if (sides != previews.size()) {
        return sides;
      }
      int inOrder = 0;
      int backwards = 0;
      for (int side = 0; side < sides; side++) {
        byte[] png = Base64.getDecoder().decode(previews.get(side).asString());
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(png));
        inOrder += differs(preview, document, side);
        backwards += differs(preview, document, sides - 1 - side);
      }
      return Math.min(inOrder, backwards);
    }
  }

  private static int coloured(byte[] printed) throws IOException {
    return Drawn.byPoppler(printed, 0, 306, 396).colouredPixels();
  }

  /// In points.
  private static long width(Path printed) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed.toFile())) {
      return Math.round(document.getPage(0).getMediaBox().getWidth());
    }
  }

  private static int differs(BufferedImage preview, PDDocument printed, int side)
      throws IOException {
    float scale = preview.getWidth() / printed.getPage(side).getMediaBox().getWidth();
    BufferedImage print = new PDFRenderer(printed).renderImage(side, scale);
    double difference = difference(preview, print);
    tell("difference", difference);
    return difference > MOST_DIFFERENCE ? 1 : 0;
  }

  /// Mean difference of brightness, of 255, between blocks of 4 x 4 pixels: two renderers smooth the
  /// edges of letters differently, but agree on where ink is.
  private static double difference(BufferedImage one, BufferedImage other) {
    int width = Math.min(one.getWidth(), other.getWidth()) / BLOCK;
    int height = Math.min(one.getHeight(), other.getHeight()) / BLOCK;
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += Math.abs(brightness(one, x, y) - brightness(other, x, y));
      }
    }
    return (double) sum / ((long) width * height);
  }

  private static int brightness(BufferedImage image, int blockX, int blockY) {
    int sum = 0;
    for (int y = 0; y < BLOCK; y++) {
      for (int x = 0; x < BLOCK; x++) {
        sum += image.getRGB(blockX * BLOCK + x, blockY * BLOCK + y) >> 8 & 0xFF;
      }
    }
    return sum / (BLOCK * BLOCK);
  }

  private static Path data(Path scratch) throws IOException {
    return Files.createDirectories(scratch.resolve("data"));
  }

  private static Path folder(Path scratch) {
    return scratch.resolve("printed");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static AgentConfig config(
      Path scratch, PrintHost host, String printer, @Nullable PracticeGateway bank)
      throws ConfigFile.Unusable {
    Map<String, String> settings = new HashMap<>();
    settings.put("printer.kind", printer);
    settings.put("printer.queue", PrintHost.QUEUE);
    settings.put("printer.uri", host.printer().toString());
    settings.put("printer.folder", folder(scratch).toString());
    settings.put("session.paymentWait", "PT10S");
    settings.put("network.bind", ADDRESS);
    settings.put("printer.server", host.cups().toString());
    settings.put("printer.test", "true");
    settings.put("shop.name", "Sharma Print & Xerox");
    settings.put("shop.live", "false");
    settings.put("prices.papers", "[\"A4\", \"LETTER\"]");
    if (bank != null) {
      settings.putAll(bank.settings());
    }
    return ConfigFile.read(scratch.resolve("none.toml"), settings);
  }

  private static void tell(String key, Object value) {
    System.out.println(key + "=" + value);
  }
}

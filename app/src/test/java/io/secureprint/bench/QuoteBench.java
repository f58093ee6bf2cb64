// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.journey.OpenShop;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How long a customer waits for the price of a long document.
final class QuoteBench implements Bench {
  private static final int PAGES = 50;
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(2, 10);

  @Override
  public String name() {
    return "quote";
  }

  @Override
  public String explanation() {
    return """
        A PDF of 50 pages from a scripted phone through a real socket into the sandboxed worker, which
        checks it, looks for colour page by page and plans the sheets, until the phone has the price,
        against `pdfinfo` and `pdftoppm -r 20` of the same file on the disk, one after the other. One
        customer at a time, at a shop that has nothing else to do.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    byte[] document = TestPdf.plainText(PAGES, "fifty");
    Path file = Files.write(folder.resolve("fifty.pdf"), document);
    String pictures = folder.resolve("page").toString();
    Map<String, String> settings =
        Map.of("printer.kind", "folder", "printer.folder", folder.resolve("printed").toString());
    try (PrintHost host = PrintHost.start(folder.resolve("host"));
        OpenShop shop = OpenShop.open(folder.resolve("data"), host, settings)) {
      Tool.Work poppler =
          () -> {
            Tool.run("pdfinfo", file.toString());
            Tool.run("pdftoppm", "-r", "20", file.toString(), pictures);
          };
      return List.of(
          Comparison.interleaved(
              new Comparison.Subject("50 pages → price", () -> quoted(shop, document)),
              new Comparison.Subject("`pdfinfo` + `pdftoppm`", poppler::timed),
              "ms",
              ROUNDS));
    }
  }

  /// Milliseconds. The session is over and wiped when it returns.
  private static double quoted(OpenShop shop, byte[] document) throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      Rest.await();
      Tool.Work quote = () -> OpenShop.quoted(phone, "fifty.pdf", document);
      double took = quote.timed();
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
      return took;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A test host's whole program: a shop whose disk fills up while one customer is about to pay,
/// another one uploads, and a third comes. Prints what each of them is told.
final class FullDisk {
  static final int MEBIBYTES = 200;
  private static final long KEPT_FREE = 40L << 20;

  private FullDisk() {}

  /// Arguments: the shop's data folder on the small disk, and a scratch folder on another one.
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Map<String, String> small = Map.of("session.fileMib", "10", "session.sessionMib", "20");
    try (PrintHost host = PrintHost.start(Path.of(arguments[1], "host"));
        OpenShop shop = OpenShop.open(data, host, small);
        PracticePhone paying = shop.scan("127.0.0.2")) {
      String session = paying.claim().session();
      AgentMessage.Quote quote = OpenShop.quoted(paying, "one.pdf", TestPdf.plainText(1, "one"));
      OpenShop.wantToPay(paying, quote);
      PracticePhone uploading = shop.scan("127.0.0.3");
      uploading.claim();
      AgentMessage.Quote late =
          OpenShop.quoted(uploading, "two.pdf", TestPdf.plainText(1, "two"));
      int fid = uploading.open("photo.jpg", TestJpeg.noise(900, 900));
      uploading.sendChunks(fid, 2);
      Path ballast = fill(data);
      uploading.sendChunks(fid, 2);
      tell("under way", uploading.await(AgentMessage.Problem.class).code());
      uploading.open("next.pdf", TestPdf.plainText(1, "next"));
      tell("new", uploading.await(AgentMessage.Problem.class).code());
      tell("console", closing(shop.desk()));
      tell("kiosk", shop.desk().ticket().get().address());
      uploading.send(new PhoneMessage.Pay(late.id(), PayMethod.CASH));
      tell("money", uploading.await(AgentMessage.Problem.class).code());
      shop.takeCash(session, quote.cash());
      paying.await(AgentMessage.Receipt.class);
      tell("paid", shop.ended("COMPLETED").status());
      Files.delete(ballast);
      uploading.upload("again.pdf", TestPdf.plainText(1, "again"));
      shop.scan("127.0.0.4").close();
      tell("open again", shop.desk().status().get().state() != ShopStatus.State.CLOSED);
      tell("room again",
          uploading.await(AgentMessage.FileState.class, f -> f.status() == FileStatus.READY)
              .status());
    }
  }

  /// Takes the disk's room but for a part that is smaller than what documents leave free.
  private static Path fill(Path data) throws IOException {
    Path ballast = data.resolve("ballast");
    byte[] block = new byte[1 << 20];
    try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
      while (data.toFile().getUsableSpace() > KEPT_FREE) {
        file.write(block);
      }
    }
    return ballast;
  }

  private static String closing(Desk desk) {
    await().until(() -> desk.status().get().state() == ShopStatus.State.CLOSED);
    return desk.status().get().notes().stream()
        .filter(ShopStatus.Note::closes)
        .map(ShopStatus.Note::code)
        .toList()
        .toString();
  }

  private static void tell(String who, Object what) {
    System.out.println(who + ": " + what);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.campaign.CampaignRecord;
import io.secureprint.driver.testdocument.HostilePdf;
import io.secureprint.driver.testdocument.SealedUpload;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testdocument.TestPng;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

final class HostileDocumentTest extends WorkerTest {
  private int ended;

  @Test
  void aPageOfTwoHundredInchesIsOpenedAndDrawnSmall() throws IOException {
    assertThat(worker.facts(1, HostilePdf.hugeMediaBox()).pages()).hasSize(1);
    worker.plan(ALL_OF_FILE_1);
    assertThat(worker.draw(0, 1_600)).isNotEmpty();
  }

  @Test
  void absurdPagesAreRefused() throws IOException {
    assertRefused(HostilePdf.absurdMediaBox(), DocumentRefusal.DOCUMENT_TOO_LARGE);
    assertRefused(HostilePdf.hugeImage(), DocumentRefusal.DOCUMENT_TOO_LARGE);
    assertRefused(HostilePdf.emptyMediaBox(), DocumentRefusal.DOCUMENT_BROKEN);
  }

  @Test
  void pagesAreCountedNotBelieved() throws IOException {
    assertThat(worker.facts(1, HostilePdf.fakeCount()).pages()).hasSize(1);
    assertThat(worker.facts(1, HostilePdf.circularPages()).pages()).hasSize(1);
    assertThat(worker.facts(1, HostilePdf.manyPages(1_000)).pages()).hasSize(1_000);
    assertRefused(HostilePdf.manyPages(1_001), DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    assertRefused(HostilePdf.manyPages(3_000), DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    assertRefused(HostilePdf.noPages(), DocumentRefusal.DOCUMENT_NO_PAGES);
    assertRefused(HostilePdf.noPageTree(), DocumentRefusal.DOCUMENT_BROKEN);
  }

  @Test
  void aFloodOfOperatorsEndsTheWorkerInTime() throws Exception {
    assertEndsTheWorker(HostilePdf.operatorFlood());
  }

  @Test
  void formsInFormsEndTheWorkerInTime() throws Exception {
    assertEndsTheWorker(HostilePdf.nestedForms());
    assertEndsTheWorker(HostilePdf.circularForm());
  }

  @Test
  void sevenHundredMegabytesOfContentEndTheWorkerInTime() throws Exception {
    assertEndsTheWorker(HostilePdf.flateBomb());
  }

  @Test
  void whatPdfBoxSurvivesTheWorkerSurvives() throws IOException {
    assertAnswered(HostilePdf.doubleFlate());
    assertAnswered(HostilePdf.deepArrays());
    assertThat(worker.facts(1, TestPdf.plainText(1, "still there")).pages()).hasSize(1);
  }

  @Test
  void photosThatLieAreRefused() throws IOException {
    assertRefused(TestJpeg.lyingSize(), DocumentRefusal.DOCUMENT_TOO_LARGE);
    assertRefused(TestJpeg.onlyTheMark(), DocumentRefusal.DOCUMENT_BROKEN);
    assertRefused(Arrays.copyOf(TestJpeg.jpeg(64, 64), 12), DocumentRefusal.DOCUMENT_BROKEN);
  }

  @Test
  void pngsThatLieAreRefusedAndWhatIsPackedIntoThemIsNotUnpacked() throws IOException {
    assertRefused(TestPng.hugeSize(), DocumentRefusal.DOCUMENT_TOO_LARGE);
    assertRefused(TestPng.endlessLine(), DocumentRefusal.DOCUMENT_TOO_LARGE);
    assertThat(worker.facts(1, TestPng.pixelBomb()).kind()).isEqualTo(DocumentKind.PNG);
    assertThat(worker.facts(1, TestPng.textBomb()).kind()).isEqualTo(DocumentKind.PNG);
  }

  @Test
  void damagedPngsAreAllAnswered() throws IOException {
    Random random = new Random(20_261_122);
    byte[] whole = TestPng.of(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), true);
    for (int round = 0; round < 300; round++) {
      assertAnswered(mutated(whole, random));
    }
  }

  @Test
  void otherTypesAreRefused() throws IOException {
    assertRefused(ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"), unknown());
    assertRefused(ascii("PK\u0003\u0004"), unknown());
    assertRefused(ascii("%!PS-Adobe-3.0"), unknown());
    assertRefused(new byte[0], unknown());
    assertRefused(ascii(" ".repeat(1_024) + "%PDF-1.7"), unknown());
    assertRefused(ascii("%PDF-1.7\n and then nothing"), DocumentRefusal.DOCUMENT_BROKEN);
  }

  @Test
  void aPdfCutOffAnywhereIsAnswered() throws IOException {
    byte[] whole = TestPdf.plainText(2, "cut");
    for (int length = 0; length < whole.length; length += whole.length / 40) {
      assertAnswered(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void damagedPdfsAreAllAnswered() throws IOException {
    assertThat(openDamaged(300, 20_261_121)).isBetween(20, 290);
  }

  @Test
  @Tag("campaign")
  @Tag("documents")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void tenThousandDamagedPdfsAreAllAnswered() throws IOException {
    long seed = 17;
    int opened = openDamaged(10_000, seed);
    new CampaignRecord("documents")
        .with("damaged PDFs", 10_000)
        .with("seed", seed)
        .with("opened all the same", opened)
        .with("refused by the worker", 10_000 - opened - ended)
        .with("ended the worker, which was replaced", ended)
        .write();
  }

  /// How many of them open all the same.
  private int openDamaged(int documents, long seed) throws IOException {
    Random random = new Random(seed);
    byte[][] seeds = {TestPdf.coloured(2, 1), HostilePdf.active("x"), HostilePdf.fakeCount()};
    int opened = 0;
    for (int round = 0; round < documents; round++) {
      if (openOrRestart(mutated(seeds[round % seeds.length], random))) {
        opened++;
      }
    }
    return opened;
  }

  private boolean openOrRestart(byte[] document) throws IOException {
    worker.begin(1, new SealedUpload(document), null);
    Optional<WorkerEvent> answer = worker.answer();
    if (answer.isEmpty() || tooComplex(1).equals(answer.get())) {
      ended++;
      worker.close();
      worker = new WorkerClient(launch.documentWorker());
      return false;
    }
    assertThat(answer.get())
        .isInstanceOfAny(WorkerEvent.FileOpened.class, WorkerEvent.FileRefused.class);
    return answer.get() instanceof WorkerEvent.FileOpened;
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int changes = 1 + random.nextInt(12); changes > 0; changes--) {
      int at = 8 + random.nextInt(bytes.length - 8);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> {
          int from = 8 + random.nextInt(bytes.length - 8);
          int length = Math.min(16, bytes.length - Math.max(at, from));
          System.arraycopy(seed, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }

  private void assertRefused(byte[] document, DocumentRefusal why) throws IOException {
    assertThat(worker.open(1, document)).isEqualTo(new WorkerEvent.FileRefused(1, why));
  }

  private void assertAnswered(byte[] document) throws IOException {
    assertThat(worker.open(1, document))
        .isInstanceOfAny(WorkerEvent.FileOpened.class, WorkerEvent.FileRefused.class);
  }

  /// Too complex, said by an event or by the end alone; and a new worker does the other files.
  private void assertEndsTheWorker(byte[] document) throws Exception {
    worker.begin(1, new SealedUpload(document), null);
    Optional<WorkerEvent> answer = worker.answer();
    assertThat(answer.orElse(tooComplex(1))).isEqualTo(tooComplex(1));
    assertThat(answer.isEmpty() ? answer : worker.answer()).isEmpty();
    assertThat(worker.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(worker.process().exitValue()).isEqualTo(DocumentWorker.TOO_COMPLEX);
    worker = new WorkerClient(launch.documentWorker());
    assertThat(worker.facts(1, TestPdf.plainText(1, "next")).pages()).hasSize(1);
  }

  private static WorkerEvent tooComplex(int file) {
    return new WorkerEvent.FileRefused(file, DocumentRefusal.DOCUMENT_TOO_COMPLEX);
  }

  private static DocumentRefusal unknown() {
    return DocumentRefusal.DOCUMENT_TYPE_UNKNOWN;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

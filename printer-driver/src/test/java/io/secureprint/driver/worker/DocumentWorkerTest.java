// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.HostilePdf;
import io.secureprint.driver.testdocument.SealedUpload;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

final class DocumentWorkerTest extends WorkerTest {
  private static final String CANARY = "CANARY-7F31";

  @Test
  void aDocumentGoesFromSealedChunksToSheets() throws IOException {
    DocumentFacts facts = worker.facts(1, TestPdf.plainText(50, CANARY));
    assertThat(facts.kind()).isEqualTo(DocumentKind.PDF);
    assertThat(facts.pages()).hasSize(50).noneMatch(PageFacts::colour);

    SheetPlan plan =
        worker.plan(options(2, Sides.TWO_LONG_EDGE, new FileSelection(1, List.of(range(3, 7)))));
    assertThat(plan.oneCopy()).hasSize(6).last().isEqualTo(SheetSide.BLANK);
    assertThat(plan.sheets()).isEqualTo(6);
    assertThat(plan.printedSides()).isEqualTo(10);

    byte[] sheets = worker.sheets();
    try (PDDocument document = Loader.loadPDF(sheets)) {
      assertThat(document.getNumberOfPages()).isEqualTo(12);
    }
    assertThat(Drawn.text(sheets)).contains("Page 3, line 44: " + CANARY).doesNotContain("Page 8,");
  }

  @Test
  void whatIsPreviewedIsWhatIsPrinted() throws IOException {
    worker.facts(1, TestPdf.coloured(2, 2));
    worker.facts(2, TestJpeg.jpeg(400, 300));
    worker.plan(
        options(
            2, Sides.ONE, new FileSelection(1, List.of()), new FileSelection(2, List.of())));
    byte[] sheets = worker.sheets();
    for (int side = 0; side < 3; side++) {
      Drawn preview = Drawn.jpeg(worker.draw(side, 300));
      assertThat(preview.image().getWidth()).isEqualTo(300);
      assertThat(preview.distance(Drawn.page(sheets, side, 300))).isLessThan(1.5);
      assertThat(preview.distance(Drawn.page(sheets, side + 3, 300))).isLessThan(1.5);
    }
    assertThat(Drawn.page(sheets, 0, 300).distance(Drawn.page(sheets, 2, 300))).isGreaterThan(20);
  }

  @Test
  void anotherRendererSeesTheSameSheets() throws IOException {
    assumeThat(Drawn.POPPLER).isExecutable();
    byte[][] files = {
      TestJpeg.oriented(400, 300, 6, CANARY),
      TestPdf.sized(842, 500, 90),
      TestPdf.annotated(),
      TestPdf.layered(CANARY),
      HostilePdf.active(CANARY)
    };
    for (byte[] file : files) {
      worker.facts(1, file);
      worker.plan(ALL_OF_FILE_1);
      Drawn preview = Drawn.jpeg(worker.draw(0, 300));
      Drawn printed =
          Drawn.byPoppler(worker.sheets(), 0, 300, preview.image().getHeight());
      assertThat(preview.distance(printed)).isLessThan(2);
    }
  }

  @Test
  void theSameSheetsAreTheSameBytes() throws IOException {
    worker.facts(1, TestPdf.plainText(3, CANARY));
    worker.plan(ALL_OF_FILE_1);
    byte[] first = worker.sheets();
    assertThat(worker.sheets()).isEqualTo(first);
    try (WorkerClient another = new WorkerClient(launch.documentWorker())) {
      another.facts(1, TestPdf.plainText(3, CANARY));
      another.plan(ALL_OF_FILE_1);
      assertThat(another.sheets()).isEqualTo(first);
    }
  }

  @Test
  void copiesCostHardlyAnyBytes() throws IOException {
    worker.facts(1, TestPdf.plainText(3, CANARY));
    worker.plan(ALL_OF_FILE_1);
    int one = worker.sheets().length;
    worker.plan(options(99, Sides.ONE, new FileSelection(1, List.of())));
    assertThat(worker.sheets().length).isLessThan(one + 99 * 3 * 200);
  }

  @Test
  void aDocumentWithPasswordOpensWithItAlone() throws IOException {
    SealedUpload upload = new SealedUpload(TestPdf.encrypted("s3sam"));
    assertRefused(worker.open(1, upload, null), DocumentRefusal.PDF_ENCRYPTED);
    assertRefused(worker.open(1, upload, "sesame"), DocumentRefusal.PDF_PASSWORD_WRONG);
    assertThat(worker.open(1, upload, "s3sam")).isInstanceOf(WorkerEvent.FileOpened.class);
    worker.plan(ALL_OF_FILE_1);
    byte[] sheets = worker.sheets();
    assertThat(Drawn.text(sheets)).contains("secret");
  }

  @Test
  void theFirstBrokenSealIsNamed() throws IOException {
    byte[] file = new byte[5 * 65_536];
    assertThat(worker.open(1, new SealedUpload(file, 2).damage(4).damage(3), null))
        .isEqualTo(new WorkerEvent.FileDamaged(1, 3));
    assertThat(worker.open(1, SealedUpload.dirtyPadding(new byte[70_000]), null))
        .isEqualTo(new WorkerEvent.FileDamaged(1, 1));
  }

  @Test
  void segmentsAreJoined() throws IOException {
    byte[] photo = TestJpeg.jpeg(2_500, 3_000);
    assertThat(worker.open(1, new SealedUpload(photo, 1), null))
        .isInstanceOf(WorkerEvent.FileOpened.class);
  }

  @Test
  void aFileTakenBackIsGone() throws IOException {
    worker.facts(1, TestPdf.plainText(1, CANARY));
    worker.plan(ALL_OF_FILE_1);
    worker.send(new WorkerCommand.ForgetFile(1));
    WorkerEvent drawn = worker.request(new WorkerCommand.DrawSide(7, 0, 100, WorkerClient.key(7)));
    assertThat(drawn).isEqualTo(refused(7, DocumentRefusal.REQUEST_UNKNOWN));
    WorkerEvent planned = worker.request(new WorkerCommand.PlanSheets(8, ALL_OF_FILE_1));
    assertThat(planned).isEqualTo(refused(8, DocumentRefusal.REQUEST_UNKNOWN));
  }

  @Test
  void aFileTakenBackWhileItIsReadDoesNotHoldUpTheOthers() throws IOException {
    SealedUpload upload = new SealedUpload(TestPdf.plainText(1, CANARY));
    worker.send(new WorkerCommand.OpenFile(1, upload.size(), upload.segments(), null));
    worker.send(new WorkerCommand.ForgetFile(1));
    SealedUpload other = new SealedUpload(TestPdf.plainText(1, CANARY));
    worker.begin(2, other, null);
    // Nothing more is said of file 1.
    assertThat(worker.answerPassingQuestionsOf(1))
        .isInstanceOfSatisfying(WorkerEvent.FileOpened.class, it -> assertThat(it.file()).isEqualTo(2));
  }

  @Test
  void aLaterPlanDoesNotSlipOntoThePaperOfAPaidOne() throws IOException {
    worker.facts(1, TestPdf.plainText(2, CANARY));
    SheetPlan paid = worker.plan(options(1, Sides.ONE, new FileSelection(1, List.of(range(1, 1)))));
    worker.plan(options(99, Sides.ONE, new FileSelection(1, List.of())));
    assertThat(pages(worker.sheets(paid))).isOne();
  }

  @Test
  void sheetsMadeAheadComeOutForTheirOwnPlanAlone() throws IOException {
    worker.facts(1, TestPdf.plainText(2, CANARY));
    SheetPlan paid = worker.plan(options(1, Sides.ONE, new FileSelection(1, List.of(range(1, 1)))));
    assertThat(worker.request(new WorkerCommand.PrepareSheets(3, paid)))
        .isEqualTo(new WorkerEvent.SheetsKept(3));
    assertThat(pages(worker.sheets(paid))).isOne();
    assertThat(pages(worker.sheets(paid))).as("a second time they are made anew").isOne();
    worker.request(new WorkerCommand.PrepareSheets(4, paid));
    SheetPlan other = worker.plan(ALL_OF_FILE_1);
    assertThat(pages(worker.sheets(other))).isEqualTo(other.printedSides());
  }

  @Test
  void sheetsMadeAheadOfAFileThatIsTakenBackAreGoneWithIt() throws IOException {
    worker.facts(1, TestPdf.plainText(2, CANARY));
    SheetPlan paid = worker.plan(ALL_OF_FILE_1);
    worker.request(new WorkerCommand.PrepareSheets(3, paid));
    worker.send(new WorkerCommand.ForgetFile(1));
    assertThat(worker.request(new WorkerCommand.MakeSheets(4, paid, WorkerClient.key(4))))
        .isEqualTo(refused(4, DocumentRefusal.REQUEST_UNKNOWN));
    assertThat(worker.request(new WorkerCommand.PrepareSheets(5, paid)))
        .isEqualTo(refused(5, DocumentRefusal.REQUEST_UNKNOWN));
  }

  private static int pages(byte[] sheets) throws IOException {
    try (PDDocument printed = Loader.loadPDF(sheets)) {
      return printed.getNumberOfPages();
    }
  }

  @Test
  void pagesAndSidesThatAreNotThereAreRefused() throws IOException {
    worker.facts(1, TestPdf.plainText(2, CANARY));
    WorkerEvent tooFar =
        worker.request(
            new WorkerCommand.PlanSheets(
                5, options(1, Sides.ONE, new FileSelection(1, List.of(range(2, 3))))));
    assertThat(tooFar).isEqualTo(refused(5, DocumentRefusal.PAGES_OUT_OF_RANGE));
    assertThat(worker.request(new WorkerCommand.MakeSheets(6, page(1, 3), WorkerClient.key(6))))
        .isEqualTo(refused(6, DocumentRefusal.REQUEST_UNKNOWN));
    assertThat(worker.request(new WorkerCommand.MakeSheets(7, page(2, 1), WorkerClient.key(7))))
        .isEqualTo(refused(7, DocumentRefusal.REQUEST_UNKNOWN));
    worker.plan(ALL_OF_FILE_1);
    assertThat(worker.request(new WorkerCommand.DrawSide(9, 2, 100, WorkerClient.key(9))))
        .isEqualTo(refused(9, DocumentRefusal.REQUEST_UNKNOWN));
  }

  private static SheetPlan page(int file, int page) {
    return new SheetPlan(Paper.A4, Sides.ONE, 1, List.of(new SheetSide(file, page, false)));
  }

  private static PageRange range(int first, int last) {
    return new PageRange(first, last);
  }

  private static WorkerEvent refused(int request, DocumentRefusal why) {
    return new WorkerEvent.RequestRefused(request, why);
  }

  private static void assertRefused(WorkerEvent event, DocumentRefusal why) {
    assertThat(event).isEqualTo(new WorkerEvent.FileRefused(1, why));
  }
}

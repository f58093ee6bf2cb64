// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestPdf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

final class DocumentWorkerTest {
  private WorkerLaunch launch;
  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT, List.of());
    worker = new WorkerClient(launch.documentWorker());
  }

  @AfterEach
  void end() {
    worker.close();
    launch.close();
  }

  @Test
  void aDocumentGoesFromChunksToSheets() throws IOException {
    long t0 = System.nanoTime();
    DocumentFacts facts = worker.facts(1, TestPdf.plainText(50, "CANARY"));
    long t1 = System.nanoTime();
    assertThat(facts.kind()).isEqualTo(DocumentKind.PDF);
    assertThat(facts.pages()).hasSize(50).noneMatch(page -> page.colour());
    SheetPlan plan =
        worker.plan(
            new PrintOptions(
                List.of(new FileSelection(1, List.of())), 2, Sides.TWO_LONG_EDGE, Paper.A4));
    long t2 = System.nanoTime();
    byte[] jpeg = worker.draw(0, 800);
    long t3 = System.nanoTime();
    byte[] sheets = worker.sheets();
    long t4 = System.nanoTime();
    System.out.printf("%s open %d plan %d draw %d sheets %d ms, %d bytes, jpeg %d%n", launch.isolation(), (t1-t0)/1000000, (t2-t1)/1000000,(t3-t2)/1000000,(t4-t3)/1000000, sheets.length, jpeg.length);
    java.nio.file.Files.write(java.nio.file.Path.of("/tmp/docs-src/sheets.pdf"), sheets);
    java.nio.file.Files.write(java.nio.file.Path.of("/tmp/docs-src/side.jpg"), jpeg);
    assertThat(plan.sheets()).isEqualTo(50);
  }
}

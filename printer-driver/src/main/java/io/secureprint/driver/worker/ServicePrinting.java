// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.ServiceJob;
import io.secureprint.driver.document.BoundedRenderer;
import io.secureprint.driver.document.DocumentRefused;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPrintable;
import org.apache.pdfbox.printing.Scaling;

import java.awt.Graphics;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.JobSheets;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.RequestingUserName;
import javax.print.attribute.standard.Sides;

/// Prints ready sheets through a print service: as the PDF they are where the service takes that,
/// which keeps paper and sides; else drawn page by page, 1:1 on the whole paper.
final class ServicePrinting {
  private final PrintService service;
  private final ServiceJob job;
  private volatile boolean drawing;

  ServicePrinting(PrintService service, ServiceJob job) {
    this.service = service;
    this.job = job;
  }

  /// Returns when the service has taken all of it, or will not. What breaks off once pages were being
  /// drawn may have come out in part.
  SenderEvent print(byte[] pdf) {
    Optional<MediaSizeName> media = ServiceFacts.media(job.paper());
    if (media.isEmpty()
        || !service.isAttributeValueSupported(media.get(), null, null)
        || !service.isAttributeValueSupported(sides(), null, null)) {
      return new SenderEvent.NotDelivered("PRINTER_REFUSED", 0);
    }
    try {
      if (service.isDocFlavorSupported(DocFlavor.INPUT_STREAM.PDF)) {
        send(new ByteArrayInputStream(pdf), DocFlavor.INPUT_STREAM.PDF, media.get());
      } else {
        draw(pdf, media.get());
      }
      return new SenderEvent.Delivered();
    } catch (IOException | PrintException | DocumentRefused _) {
      return drawing
          ? new SenderEvent.Unknown("PRINTER_SILENT")
          : new SenderEvent.NotDelivered("PRINTER_REFUSED", 0);
    }
  }

  private void draw(byte[] pdf, MediaSizeName media) throws IOException, PrintException {
    try (PDDocument sheets = Loader.loadPDF(pdf)) {
      PDFPrintable drawn =
          new PDFPrintable(
              sheets, Scaling.ACTUAL_SIZE, false, 0, false, new BoundedRenderer(sheets));
      Book book = new Book();
      book.append(noting(drawn), whole(job.paper()), sheets.getNumberOfPages());
      send(book, DocFlavor.SERVICE_FORMATTED.PAGEABLE, media);
    }
  }

  private Printable noting(Printable pages) {
    return (Graphics graphics, PageFormat format, int page) -> {
      drawing = true;
      return pages.print(graphics, format, page);
    };
  }

  private void send(Object document, DocFlavor flavor, MediaSizeName media) throws PrintException {
    PrintRequestAttributeSet wanted = new HashPrintRequestAttributeSet();
    wanted.add(new Copies(1));
    wanted.add(media);
    wanted.add(sides());
    wanted.add(JobSheets.NONE);
    wanted.add(new JobName(job.name(), null));
    wanted.add(new RequestingUserName("sps", null));
    service.createPrintJob().print(new SimpleDoc(document, flavor, null), wanted);
  }

  private Sides sides() {
    return switch (job.sides()) {
      case ONE -> Sides.ONE_SIDED;
      case TWO_LONG_EDGE -> Sides.TWO_SIDED_LONG_EDGE;
      case TWO_SHORT_EDGE -> Sides.TWO_SIDED_SHORT_EDGE;
    };
  }

  /// The sheet has its margins already.
  private static PageFormat whole(Paper sheet) {
    java.awt.print.Paper paper = new java.awt.print.Paper();
    paper.setSize(sheet.widthPt(), sheet.heightPt());
    paper.setImageableArea(0, 0, sheet.widthPt(), sheet.heightPt());
    PageFormat format = new PageFormat();
    format.setPaper(paper);
    return format;
  }
}

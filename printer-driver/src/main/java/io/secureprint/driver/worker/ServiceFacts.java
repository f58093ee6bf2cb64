// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.ServiceEvent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.Attribute;
import javax.print.attribute.Size2DSyntax;
import javax.print.attribute.standard.ColorSupported;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterMakeAndModel;
import javax.print.attribute.standard.QueuedJobCount;
import javax.print.attribute.standard.Sides;

/// What print services say of themselves.
final class ServiceFacts {
  /// How far the sizes of one paper lie apart in different lists, in points.
  private static final double TOLERANCE_PT = 2;

  private static final int LONGEST_NAME = 220;

  private ServiceFacts() {}

  static Optional<PrintService> named(String name) {
    return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
        .filter(service -> service.getName().equals(name))
        .findFirst();
  }

  /// A service that is gone, or whose server is, tells nothing.
  static ServiceEvent look(String name) {
    return named(name)
        .flatMap(service -> Optional.ofNullable(accepting(service)).map(told -> seen(service, told)))
        .orElseGet(ServiceEvent.NotSeen::new);
  }

  static ServiceEvent.Services all() {
    return new ServiceEvent.Services(
        Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
            .filter(service -> service.getName().length() <= LONGEST_NAME)
            .limit(ServiceEvent.Services.MOST)
            .map(service -> new ServiceEvent.Service(service.getName(), capabilities(service)))
            .toList());
  }

  /// The name that the JDK has for a paper's size.
  static Optional<MediaSizeName> media(Paper paper) {
    float width = (float) (paper.widthPt() / 72);
    float height = (float) (paper.heightPt() / 72);
    return Optional.ofNullable(MediaSize.findMedia(width, height, Size2DSyntax.INCH))
        .filter(name -> paper.equals(paper(name)));
  }

  private static ServiceEvent seen(PrintService service, PrinterIsAcceptingJobs accepting) {
    @Nullable QueuedJobCount queued = service.getAttribute(QueuedJobCount.class);
    return new ServiceEvent.Seen(
        accepting.equals(PrinterIsAcceptingJobs.ACCEPTING_JOBS),
        queued == null ? ServiceEvent.Seen.UNTOLD : queued.getValue());
  }

  /// Asks the service, which [PrintService#getAttribute] alone need not do.
  private static @Nullable PrinterIsAcceptingJobs accepting(PrintService service) {
    return (PrinterIsAcceptingJobs) service.getAttributes().get(PrinterIsAcceptingJobs.class);
  }

  /// Our sheets are drawn for a service that takes no PDF, so every one takes them.
  private static Capabilities capabilities(PrintService service) {
    @Nullable PrinterMakeAndModel model = service.getAttribute(PrinterMakeAndModel.class);
    return new Capabilities(
        model == null ? "" : model.getValue(),
        ColorSupported.SUPPORTED.equals(service.getAttribute(ColorSupported.class)),
        supported(service, Sides.class).anyMatch(Sides.TWO_SIDED_LONG_EDGE::equals),
        papers(service),
        Set.of(),
        true);
  }

  private static Set<Paper> papers(PrintService service) {
    return supported(service, Media.class)
        .map(media -> media instanceof MediaSizeName name ? paper(name) : null)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<?> supported(PrintService service, Class<? extends Attribute> category) {
    return service.getSupportedAttributeValues(category, null, null) instanceof Object[] values
        ? Arrays.stream(values)
        : Stream.empty();
  }

  private static @Nullable Paper paper(MediaSizeName name) {
    @Nullable MediaSize size = MediaSize.getMediaSizeForName(name);
    return Arrays.stream(Paper.values())
        .filter(paper -> size != null && same(size, paper))
        .findFirst()
        .orElse(null);
  }

  private static boolean same(MediaSize size, Paper paper) {
    return Math.abs(size.getX(Size2DSyntax.INCH) * 72 - paper.widthPt()) < TOLERANCE_PT
        && Math.abs(size.getY(Size2DSyntax.INCH) * 72 - paper.heightPt()) < TOLERANCE_PT;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.testprinter.PrintHost;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The demonstration: scripted customers in a real shop, with everything real but the money, the paper
/// and the people.
public final class Demo implements AutoCloseable {
  private final Wishes wishes;
  private final DemoFolder folder;
  private final PracticeShop shop;
  private final @Nullable String printerWhy;
  private final Clock clock;
  private final Ids ids;

  private Demo(
      Wishes wishes,
      DemoFolder folder,
      PracticeShop shop,
      @Nullable String printerWhy,
      Clock clock,
      Ids ids) {
    this.wishes = wishes;
    this.folder = folder;
    this.shop = shop;
    this.printerWhy = printerWhy;
    this.clock = clock;
    this.ids = ids;
  }

  /// What somebody wants to see: these scenes; on the folder printer, where not the real IPP printer
  /// is wanted; whether the data is kept; and settings of the shop that go over those of the
  /// demonstration.
  public record Wishes(
      List<Scene> scenes, boolean folder, boolean keep, Map<String, String> settings) {
    public Wishes {
      scenes = List.copyOf(scenes);
      settings = Map.copyOf(settings);
      if (scenes.isEmpty()) {
        throw new IllegalArgumentException("no scene to play");
      }
    }
  }

  static Demo open(Wishes wishes, Clock clock, Ids ids) throws IOException, ConfigFile.Unusable {
    DemoFolder folder = DemoFolder.make(wishes.keep(), ids);
    try {
      Path data = Files.createDirectory(folder.path().resolve("data"));
      Chosen chosen = printer(folder.path(), wishes.folder());
      try {
        PracticeShop shop = PracticeShop.open(data, chosen.printer(), wishes.settings(), ids);
        return new Demo(wishes, folder, shop, chosen.why(), clock, ids);
      } catch (IOException | ConfigFile.Unusable | RuntimeException e) {
        chosen.printer().close();
        throw e;
      }
    } catch (IOException | ConfigFile.Unusable | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// The folder, where it is wanted, or where there is no IPP printer to be had.
  private static Chosen printer(Path folder, boolean wanted) {
    PracticePrinter.Folder kept = new PracticePrinter.Folder(folder.resolve("printed"));
    if (wanted) {
      return new Chosen(kept, null);
    }
    try {
      PrintHost host = PrintHost.printerAlone(folder.resolve("printer"));
      return new Chosen(new PracticePrinter.Ipp(host), null);
    } catch (IOException e) {
      return new Chosen(kept, e.getMessage());
    }
  }

  private record Chosen(PracticePrinter printer, @Nullable String why) {}

  /// Plays everything. `listener` hears of each moment as it happens, on several threads but never on
  /// two at once.
  public DemoReport play(Consumer<Told> listener) throws IOException {
    Story story = new Story(clock, listener);
    story.tell(null, Moment.SHOP_OPENS, shop.agent().addresses().page());
    tellPrinter(story);
    Scenes scenes = new Scenes(shop, story, clock, ids);
    List<CustomerReport> reports = new ArrayList<>();
    for (Scene scene : wishes.scenes()) {
      reports.addAll(scenes.play(scene));
    }
    return report(story, reports);
  }

  private DemoReport report(Story story, List<CustomerReport> reports) throws IOException {
    Figures figures = Figures.of(reports, shop.history());
    int printed = shop.printer().printed();
    int left = shop.left();
    boolean ok =
        reports.stream().allMatch(CustomerReport::ok)
            && printerWhy == null
            && printed == figures.printed()
            && left == 0;
    return new DemoReport(
        DemoReport.VERSION,
        ok,
        story.start().toString(),
        story.sofar().toMillis(),
        shop.printer().kind(),
        printerWhy,
        shop.key(),
        printed,
        left,
        folder.kept() ? folder.path().toString() : null,
        reports,
        figures);
  }

  private void tellPrinter(Story story) {
    if (printerWhy != null) {
      story.tell(null, Moment.NO_IPP_PRINTER, printerWhy);
    }
    story.tell(
        null,
        shop.printer() instanceof PracticePrinter.Ipp
            ? Moment.PRINTS_BY_IPP
            : Moment.PRINTS_TO_FOLDER);
  }

  /// Closes the shop and wipes the folder, unless it is to be kept. A second call does nothing.
  @Override
  public synchronized void close() throws IOException {
    shop.close();
    folder.close();
  }
}

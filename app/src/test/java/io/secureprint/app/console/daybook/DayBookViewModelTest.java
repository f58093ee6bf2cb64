// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.Confirmed;
import io.secureprint.app.SampleDayBook;
import io.secureprint.app.SampleShop;
import io.secureprint.app.console.daybook.DayBookViewModel.State;
import io.secureprint.app.console.export.Exported;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.TimeWords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

final class DayBookViewModelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TempDir private Path folder;
  private final SampleDayBook book = new SampleDayBook();
  private final SettableClock clock = new SettableClock();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final DayBookViewModel model =
      new DayBookViewModel(book, clock, new Background(work::add, Runnable::run));

  @Test
  void opensAtTheDayOfIndiaAndNeverTurnsBeyondIt() {
    clock.pass(Duration.ofHours(9));
    model.onOpen();
    runWork();
    assertThat(page().date()).isEqualTo(TODAY.plusDays(1));

    model.onDayAfter();
    assertThat(work).isEmpty();
    model.onDayBefore();
    runWork();
    assertThat(page().date()).isEqualTo(TODAY);
    assertThat(model.hasDayAfter()).isTrue();
  }

  @Test
  void aDayThatWasTurnedOverIsNotShownWhenItArrives() {
    model.onOpen();
    model.onDayBefore();
    model.onDayBefore();
    work.remove().run();
    assertThat(model.state().get()).isEqualTo(new State.Reading());
    runWork();

    assertThat(page().date()).isEqualTo(TODAY.minusDays(2));
    assertThat(book.asked).containsExactly(TODAY, TODAY.minusDays(2));
  }

  @Test
  void ticksAreKeptWhileOtherDaysAreLookedAtAndWhenThePageIsReadAgain() {
    model.onOpen();
    runWork();
    Confirmed first = page().confirmed().getFirst();
    Paise all = model.unticked(page());
    model.onTick(first);
    assertThat(model.ticked(page())).isOne();
    assertThat(model.unticked(page())).isEqualTo(all.minus(first.amount()));

    model.onDayBefore();
    runWork();
    assertThat(model.ticked(page())).isZero();
    model.onClose();
    model.onOpen();
    runWork();
    assertThat(model.ticked(page())).isOne();
    model.onTick(first);
    assertThat(model.unticked(page())).isEqualTo(all);
  }

  @Test
  void booksThatCannotBeReadAreToldAndCanBeTriedAgain() {
    book.broken = true;
    model.onOpen();
    runWork();
    assertThat(model.state().get()).isEqualTo(new State.Failed());
    model.onExport(folder.resolve("a.csv"), read -> new DayBookCsv(words(), read));
    assertThat(work).isEmpty();

    book.broken = false;
    model.onReload();
    runWork();
    assertThat(page().date()).isEqualTo(TODAY);
  }

  @Test
  void aPageIsSavedAsATableThatNoSpreadsheetTakesForFormulas() throws IOException {
    book.robbed = true;
    book.actor = "=HYPERLINK(\"x\")";
    model.onOpen();
    runWork();
    Path file = folder.resolve("books.csv");
    model.onExport(file, read -> new DayBookCsv(words(), read));
    runWork();

    assertThat(model.exported().get()).isEqualTo(new Exported.Done(16, "books.csv"));
    assertThat(Files.readAllLines(file))
        .hasSize(17)
        .contains(
            "\uFEFFWhat,Time,Customer,How,Ends in,Who,Payments,Rupees",
            "Paid for prints,2026-11-21,,Cash,,,34,2186.00",
            "Paid with credit,2026-11-21,,Credit,,,2,34.00",
            "Given back,2026-11-21,,Given back by hand,,,,20.00",
            "Money without a print,2026-11-21 09:51,Orange Coconut,\"Paid, but not printed.\",,,,7.00",
            "Prints without money,2026-11-21 09:56,Grey Melon,,,,,",
            "Confirmed by hand,2026-11-21 09:07,Orange Coconut,UPI,…0041,"
                + "\"'=HYPERLINK(\"\"x\"\")\",1,65.96");
    model.onExport(Path.of("/no-such-folder/a.csv"), read -> new DayBookCsv(words(), read));
    runWork();
    assertThat(model.exported().get()).isEqualTo(new Exported.Refused("EXPORT_FAILED"));
  }

  private static BookWords words() {
    return new BookWords(new TimeWords(Messages.in(Language.ENGLISH), SampleShop.ZONE));
  }

  private DayBook.Page page() {
    return ((State.Read) model.state().get()).page();
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}

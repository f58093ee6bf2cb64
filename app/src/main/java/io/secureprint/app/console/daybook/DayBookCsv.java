// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.CsvLine;
import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.Confirmed;
import io.secureprint.agent.observe.DayBook.GivenBack;
import io.secureprint.agent.observe.DayBook.Taken;
import io.secureprint.agent.observe.DayBook.Unpaid;
import io.secureprint.agent.observe.DayBook.Unprinted;
import io.secureprint.app.console.export.WholeFile;
import io.secureprint.app.fx.Phrase;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A page of the books as one table, each line of which says what it is, with a mark by which Excel
/// knows UTF-8.
record DayBookCsv(BookWords words, DayBook.Page page) implements WholeFile.Content {
  @Override
  public int write(OutputStream out) throws IOException {
    List<List<String>> rows = rows();
    Writer writer = new OutputStreamWriter(out, UTF_8);
    writer.write('\uFEFF');
    writer.write(CsvLine.of(titles()));
    for (List<String> row : rows) {
      writer.write(CsvLine.of(row));
    }
    writer.flush();
    return rows.size();
  }

  private List<String> titles() {
    return List.of(
        text(Phrase.BOOK_WHAT),
        text(Phrase.COLUMN_SINCE),
        text(Phrase.COLUMN_CUSTOMER),
        text(Phrase.BOOK_HOW),
        text(Phrase.BOOK_REFERENCE),
        text(Phrase.BOOK_WHO),
        text(Phrase.BOOK_TIMES),
        text(Phrase.COLUMN_RUPEES));
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    page.taken().forEach(each -> rows.add(row(each)));
    GivenBack back = page.givenBack();
    rows.add(sum(Phrase.BOOK_BY_HAND, back.byHand()));
    rows.add(sum(Phrase.BOOK_BY_GATEWAY, back.byGateway()));
    rows.add(sum(Phrase.BOOK_AS_CREDIT, back.asCredit()));
    page.unprinted().forEach(each -> rows.add(row(each)));
    page.unpaid().forEach(each -> rows.add(row(each)));
    page.confirmed().forEach(each -> rows.add(row(each)));
    return rows;
  }

  private List<String> row(Taken taken) {
    return List.of(
        text(taken.way().isNewMoney() ? Phrase.BOOK_PAID : Phrase.BOOK_USED_CREDIT),
        page.date().toString(),
        "",
        words.way(taken.way()),
        "",
        "",
        Integer.toString(taken.payments()),
        CsvLine.rupees(taken.paid()));
  }

  private List<String> sum(Phrase how, Paise amount) {
    return List.of(
        text(Phrase.BOOK_GIVEN_BACK), page.date().toString(), "", text(how), "", "", "",
        CsvLine.rupees(amount));
  }

  private List<String> row(Unprinted row) {
    return List.of(
        text(Phrase.BOOK_UNPRINTED), time(row.at()), words.messages().name(row.name()),
        words.end(row), "", "", "", CsvLine.rupees(row.amount()));
  }

  private List<String> row(Unpaid row) {
    return List.of(
        text(Phrase.BOOK_UNPAID), time(row.at()), words.messages().name(row.name()), "", "", "", "",
        "");
  }

  private List<String> row(Confirmed row) {
    return List.of(
        text(Phrase.BOOK_CONFIRMED),
        time(row.at()),
        words.messages().name(row.name()),
        words.way(row.way()),
        BookWords.reference(row.digits()),
        row.actor(),
        "1",
        CsvLine.rupees(row.amount()));
  }

  private String time(Instant at) {
    return page.date() + " " + words.times().ofDay(at);
  }

  private String text(Phrase phrase) {
    return words.text(phrase);
  }
}

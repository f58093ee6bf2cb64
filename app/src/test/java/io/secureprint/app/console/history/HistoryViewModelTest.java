// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.observe.History;
import io.secureprint.agent.observe.HistoryExport.Titles;
import io.secureprint.app.SampleHistory;
import io.secureprint.app.SampleShop;
import io.secureprint.app.console.export.Exported;
import io.secureprint.app.console.history.HistoryViewModel.State;
import io.secureprint.app.fx.Background;

import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

final class HistoryViewModelTest {
  @TempDir private Path folder;
  private final SampleHistory history = new SampleHistory(250);
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final HistoryViewModel model = model(history);

  @Test
  void readsOnAsTheReaderComesNearTheEnd() {
    model.onReload();
    runWork();
    assertThat(model.rows()).hasSize(100);

    model.onSeen(10);
    assertThat(work).isEmpty();
    model.onSeen(85);
    model.onSeen(86);
    runWork();
    assertThat(model.rows()).hasSize(200).doesNotHaveDuplicates();

    model.onSeen(199);
    runWork();
    model.onSeen(249);
    runWork();
    assertThat(model.rows()).hasSize(250).doesNotHaveDuplicates();
    assertThat(history.queries).hasSize(3);
  }

  @Test
  void whatIsTypedMeanwhileIsAskedOnceTheAnswerIsIn() {
    model.text().set("m");
    model.text().set("ma");
    model.text().set("mango");
    runWork();

    assertThat(history.queries).extracting(query -> query.filter().text()).containsExactly("m", "mango");
    assertThat(model.rows()).isNotEmpty().allMatch(row -> row.name().equals("Blue Mango"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", " failed ", "असफल"})
  void aStateIsFoundByTheWordOnTheScreen(String typed) {
    model.text().set(typed);
    runWork();

    assertThat(model.rows()).isNotEmpty().allMatch(row -> row.status().equals("FAILED"));
  }

  @Test
  void tellsNothingYetFromNothingFound() {
    HistoryViewModel none = model(new SampleHistory(0));
    none.onReload();
    runWork();
    assertThat(none.state().get()).isEqualTo(State.EMPTY);

    model.text().set("purple");
    runWork();
    assertThat(model.state().get()).isEqualTo(State.NO_MATCH);

    model.text().set("");
    runWork();
    assertThat(model.state().get()).isEqualTo(State.ROWS);
  }

  @Test
  void aHistoryThatCannotBeReadIsToldAndCanBeTriedAgain() {
    history.broken = true;
    model.onReload();
    runWork();
    assertThat(model.state().get()).isEqualTo(State.FAILED);

    history.broken = false;
    model.onReload();
    runWork();
    assertThat(model.state().get()).isEqualTo(State.ROWS);
  }

  @Test
  void showsTheStepsOfTheRowThatIsOpenWhenTheyArrive() {
    model.onReload();
    runWork();
    model.onOpen(model.rows().get(0));
    model.onOpen(model.rows().get(1));
    runWork();

    assertThat(model.steps().getFirst().startedAt()).isEqualTo(model.rows().get(1).startedAt());

    model.onClose();
    assertThat(model.steps()).isEmpty();
  }

  @Test
  void whatIsLookedForIsWhatIsSavedAsATableOrAsData() throws IOException {
    model.status().set("FAILED");
    runWork();
    int found = history.search(new History.Query(failed(), null, 1_000)).size();

    Path table = folder.resolve("a.csv");
    model.onExport(table, Titles.PLAIN);
    assertThat(model.exported().get()).isEqualTo(new Exported.Working());
    runWork();
    assertThat(model.exported().get()).isEqualTo(new Exported.Done(found, "a.csv"));
    assertThat(Files.readAllLines(table))
        .hasSize(found + 1)
        .filteredOn(line -> line.contains(",FAILED,"))
        .hasSize(found);

    Path data = folder.resolve("a.JSON");
    model.onExport(data, Titles.PLAIN);
    runWork();
    assertThat(JsonMapper.shared().readTree(data.toFile()).get("executions")).hasSize(found);
  }

  @Test
  void aFileThatCannotBeWrittenWholeIsNotThereAndIsTold() throws IOException {
    model.onExport(folder.resolve("missing").resolve("a.csv"), Titles.PLAIN);
    runWork();
    assertThat(model.exported().get()).isEqualTo(new Exported.Refused("EXPORT_FAILED"));

    Path kept = Files.writeString(folder.resolve("b.csv"), "what was there before");
    history.broken = true;
    model.onExport(kept, Titles.PLAIN);
    runWork();
    assertThat(model.exported().get()).isEqualTo(new Exported.Refused("EXPORT_FAILED"));
    assertThat(folder).isDirectoryContaining(kept::equals).isDirectoryNotContaining("glob:**.part");
    assertThat(kept).hasContent("what was there before");
  }

  @Test
  void aDayIsTheShopsOwn() {
    model.period().set(Period.DAY);
    model.day().set(LocalDate.of(2026, 11, 20));
    runWork();

    History.Filter asked = history.queries.getLast().filter();
    assertThat(asked.from()).isEqualTo(Instant.parse("2026-11-19T18:30:00Z"));
    assertThat(asked.to()).isEqualTo(Instant.parse("2026-11-20T18:30:00Z"));
  }

  private static History.Filter failed() {
    return new History.Filter("", "FAILED", History.Filter.EVER, History.Filter.ALWAYS);
  }

  private HistoryViewModel model(History source) {
    return new HistoryViewModel(
        source, SampleShop.CLOCK, SampleShop.ZONE, new Background(work::add, Runnable::run));
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}

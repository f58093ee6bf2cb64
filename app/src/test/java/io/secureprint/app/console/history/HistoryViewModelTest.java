// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.observe.History;
import io.secureprint.app.SampleHistory;
import io.secureprint.app.SampleShop;
import io.secureprint.app.console.history.HistoryViewModel.State;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayDeque;
import java.util.Queue;

final class HistoryViewModelTest {
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

    assertThat(history.queries).extracting(History.Query::text).containsExactly("m", "mango");
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

  private HistoryViewModel model(History source) {
    return new HistoryViewModel(
        source, SampleShop.CLOCK, new Background(work::add, Runnable::run));
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}

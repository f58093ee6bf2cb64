// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.Draft;
import io.secureprint.app.RealAutomations;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;

/// What an owner has typed into the form and not saved yet.
final class AutomationDraftsTest {
  private static final Place PLACE = new Place(SampleShop.CLOCK, SampleShop.ZONE, "console");

  private final RealAutomations shop = new RealAutomations();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean slow;
  private final AutomationsViewModel model =
      new AutomationsViewModel(
          shop.desk(), PLACE, new Background(this::work, Runnable::run));

  @BeforeEach
  void look() {
    model.onReload();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itStaysWhileTheAutomationLooksAtSomething() {
    open("evening-round");
    model.form().name().set("Closing round");
    shop.desk().press("evening-round", "Ravi");
    model.onReload();
    model.onChoose(card("evening-round"));
    assertThat(model.form().name().get()).isEqualTo("Closing round");
    assertThat(requireNonNull(model.chosen().get())).isEqualTo(card("evening-round"));
    model.onSwitch(card("evening-round"), false);
    assertThat(model.asked().get()).isEqualTo(new Asked.Switched("Evening round", false));
    assertThat(model.form().changed().get()).isTrue();
  }

  @Test
  void itWaitsUntilTheAutomationIsOpenedAgain() {
    open("evening-round");
    model.form().name().set("Closing round");
    open("paper-order");
    assertThat(model.form().name().get()).isEqualTo("Order paper");
    assertThat(model.isTyped(card("evening-round"))).isTrue();
    model.onNew();
    model.form().name().set("Half a thought");
    open("evening-round");
    assertThat(model.form().name().get()).isEqualTo("Closing round");
    assertThat(model.form().changed().get()).isTrue();
    assertThat(model.isTyped(card("evening-round"))).isFalse();
    model.onNew();
    assertThat(model.form().name().get()).isEqualTo("Half a thought");
    assertThat(model.hasUnsaved()).isTrue();
    model.onStartAgain();
    open("evening-round");
    model.onStartAgain();
    assertThat(model.hasUnsaved()).isFalse();
  }

  @Test
  void itCanBeHadBackAfterTheFormWasFilledWithSomethingElse() {
    open("evening-round");
    model.form().name().set("Closing round");
    Draft typed = model.form().draft();
    model.onStartAgain();
    assertThat(model.form().name().get()).isEqualTo("Evening round");
    assertThat(model.asked().get()).isEqualTo(new Asked.Replaced(typed));
    model.onPutBack(typed);
    assertThat(model.form().name().get()).isEqualTo("Closing round");
    model.onTake(model.past().versions().getFirst());
    assertThat(model.form().name().get()).isEqualTo("Evening round");
    assertThat(model.asked().get()).isEqualTo(new Asked.Replaced(typed));
  }

  @Test
  void aFormerVersionThatIsPutIntoTheFormCanBeSaved() {
    open("evening-round");
    model.form().name().set("Closing round");
    model.onSave();
    assertThat(model.asked().get()).isEqualTo(new Asked.Saved("evening-round", 2, true));
    model.onTake(model.past().versions().getLast());
    assertThat(model.form().changed().get()).isTrue();
    model.onSave();
    assertThat(model.asked().get()).isEqualTo(new Asked.Saved("evening-round", 3, true));
    assertThat(card("evening-round").name()).isEqualTo("Evening round");
  }

  @Test
  void itDoesNotOverwriteWhatSomebodyElseHasSavedMeanwhile() {
    open("evening-round");
    model.form().name().set("Closing round");
    Draft other = requireNonNull(card("evening-round").draft());
    shop.desk().save(other, 1, "Ravi");
    open("paper-order");
    model.onReload();
    open("evening-round");
    model.onSave();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("AUTOMATION_CHANGED"));
    assertThat(model.form().name().get()).isEqualTo("Closing round");
    model.onStartAgain();
    model.form().name().set("Closing round");
    model.onSave();
    assertThat(model.asked().get()).isEqualTo(new Asked.Saved("evening-round", 3, true));
  }

  @Test
  void itIsNotMistakenForWhatIsBeingSaved() {
    open("evening-round");
    model.form().name().set("Closing round");
    slow = true;
    model.onSave();
    model.form().name().set("Closing round, by two");
    open("paper-order");
    finish();
    assertThat(model.form().name().get()).isEqualTo("Order paper");
    assertThat(requireNonNull(model.chosen().get()).id()).isEqualTo("paper-order");
    assertThat(card("evening-round").name()).isEqualTo("Closing round");
  }

  private void work(Runnable task) {
    if (slow) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  private void finish() {
    slow = false;
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private Card card(String id) {
    return requireNonNull(model.list().find(id));
  }

  private void open(String id) {
    model.onChoose(card(id));
    assertThat(requireNonNull(model.chosen().get()).id()).isEqualTo(id);
  }
}

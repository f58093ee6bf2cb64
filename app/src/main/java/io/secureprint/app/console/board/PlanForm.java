// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.PlanDesk;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskType;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A plan while it is written: its name and its lines. Lines without words are not part of it.
final class PlanForm {
  private final StringProperty title = new SimpleStringProperty("");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  /// One line of it.
  record Line(
      StringProperty title, StringProperty type, ObjectProperty<Priority> priority, String area) {
    static Line of(PlanItem.Wish wish) {
      return new Line(
          new SimpleStringProperty(wish.title()),
          new SimpleStringProperty(wish.taskType()),
          new SimpleObjectProperty<>(wish.priority()),
          wish.area());
    }

    private PlanItem.Wish wish() {
      return new PlanItem.Wish(title.get().strip(), type.get(), priority.get(), area);
    }
  }

  StringProperty title() {
    return title;
  }

  ObservableList<Line> lines() {
    return lines;
  }

  void load(PlanDraft draft) {
    title.set(draft.title());
    lines.setAll(draft.items().stream().map(Line::of).toList());
    if (lines.isEmpty()) {
      add();
    }
  }

  boolean mayAdd() {
    return lines.size() < PlanDesk.MOST_ITEMS;
  }

  void add() {
    if (mayAdd()) {
      lines.add(
          Line.of(
              new PlanItem.Wish(
                  "",
                  TaskType.KNOWN.getFirst(),
                  Priority.NORMAL,
                  NewTaskViewModel.USUAL_AREA)));
    }
  }

  PlanDraft draft() {
    return new PlanDraft(
        title.get().strip(),
        lines.stream().filter(line -> !line.title().get().isBlank()).map(Line::wish).toList());
  }
}

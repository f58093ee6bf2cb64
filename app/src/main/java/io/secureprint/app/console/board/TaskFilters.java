// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskQuery;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Which tasks are wanted on the screen.
final class TaskFilters {
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty mine = new SimpleBooleanProperty();
  private final BooleanProperty late = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Priority> priority = new SimpleObjectProperty<>();
  private final StringProperty type = new SimpleStringProperty("");

  TaskFilters(Runnable changed) {
    text.subscribe((_, _) -> changed.run());
    mine.subscribe((_, _) -> changed.run());
    late.subscribe((_, _) -> changed.run());
    priority.subscribe((_, _) -> changed.run());
    type.subscribe((_, _) -> changed.run());
  }

  StringProperty text() {
    return text;
  }

  BooleanProperty mine() {
    return mine;
  }

  /// Those whose promise is broken.
  BooleanProperty late() {
    return late;
  }

  /// Null for any.
  ObjectProperty<@Nullable Priority> priority() {
    return priority;
  }

  /// Empty for any.
  StringProperty type() {
    return type;
  }

  boolean isNarrow() {
    return !filter("").equals(TaskQuery.Filter.ALL);
  }

  /// @param me who is at the console, null where nobody is known to be
  TaskQuery.Filter filter(@Nullable String me) {
    String typed = text.get().strip();
    return new TaskQuery.Filter(
        Set.of(),
        type.get().isEmpty() ? null : type.get(),
        null,
        mine.get() ? me : null,
        null,
        typed.substring(0, Math.min(typed.length(), TaskQuery.LONGEST_TEXT)),
        new TaskQuery.Pressing(priority.get(), late.get() ? ClockState.BREACHED : null));
  }
}

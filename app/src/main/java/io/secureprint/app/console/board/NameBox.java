// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.TaskType;

import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Names that the board keeps, to be chosen by what they are called on the screen; one of the owner's
/// own is typed instead.
final class NameBox extends ComboBox<String> {
  private NameBox(
      Property<String> name, String id, List<String> known, StringConverter<String> words) {
    setId(id);
    setEditable(true);
    setMaxWidth(Double.MAX_VALUE);
    getItems().setAll(known);
    setConverter(words);
    valueProperty().bindBidirectional(name);
  }

  /// Types of task. Words of the owner's own are joined as the board keeps them.
  static NameBox types(Property<String> type, BoardWords words, String id) {
    return types(type, TaskType.KNOWN, words::type, id);
  }

  static NameBox types(
      Property<String> type, List<String> known, Function<String, String> words, String id) {
    return new NameBox(type, id, known, new Name(known, words, NameBox::joined));
  }

  /// Parts of the shop.
  static NameBox areas(Property<String> area, BoardWords words, String id) {
    List<String> known = List.of(NewTaskViewModel.USUAL_AREA);
    return new NameBox(area, id, known, new Name(known, words::area, String::strip));
  }

  /// Names of the owner's own that are in use by now can be chosen, too.
  void offer(Collection<String> more) {
    more.stream().filter(each -> !getItems().contains(each)).forEach(getItems()::add);
  }

  private static String joined(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /// A name in words, and words as a name.
  private static final class Name extends StringConverter<String> {
    private final List<String> known;
    private final Function<String, String> words;
    private final UnaryOperator<String> own;

    Name(List<String> known, Function<String, String> words, UnaryOperator<String> own) {
      this.known = known;
      this.words = words;
      this.own = own;
    }

    @Override
    public String toString(@Nullable String name) {
      return name == null ? "" : words.apply(name);
    }

    @Override
    public String fromString(String typed) {
      return known.stream()
          .filter(name -> words.apply(name).equalsIgnoreCase(typed.strip()))
          .findFirst()
          .orElseGet(() -> own.apply(typed));
    }
  }
}

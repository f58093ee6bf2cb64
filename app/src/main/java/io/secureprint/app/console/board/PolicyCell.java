// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.SlaPolicy;

import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A promise in one line.
final class PolicyCell extends ListCell<SlaPolicy> {
  private final Function<SlaPolicy, String> words;

  PolicyCell(Function<SlaPolicy, String> words) {
    this.words = words;
  }

  @Override
  protected void updateItem(@Nullable SlaPolicy policy, boolean empty) {
    super.updateItem(policy, empty);
    setText(policy == null || empty ? null : words.apply(policy));
  }
}

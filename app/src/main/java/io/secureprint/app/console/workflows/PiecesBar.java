// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.authoring.Workshop.Piece;
import io.secureprint.app.fx.Said;

import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// Which workflow is open, and what is to be done with whole ones: a new one, from a file, into a file, away.
final class PiecesBar extends VBox {
  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final ComboBox<Piece> open = new ComboBox<>();
  private final WorkflowWays ways;
  private final Subscription following;
  private boolean showing;

  PiecesBar(WorkflowsViewModel model, FlowWords words, WorkflowWays ways) {
    this.model = model;
    this.words = words;
    this.ways = ways;
    open.setId("flow-pieces");
    open.getStyleClass().add("told-in-full-beside");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setAccessibleText(words.text(Say.PIECES));
    open.setConverter(new Said<>(this::titled));
    open.setOnAction(_ -> onOpen());
    HBox.setHgrow(open, Priority.ALWAYS);
    getChildren().add(row("flow-row", open, more()));
    following =
        Subscription.combine(
            model.pieces().subscribe(_ -> show()), model.piece().subscribe(_ -> show()));
  }

  void close() {
    following.unsubscribe();
  }

  private MenuButton more() {
    MenuButton more = new MenuButton("", icon(Feather.MORE_VERTICAL));
    more.setId("flow-more");
    more.getStyleClass().addAll("flat", "button-icon", "no-arrow");
    more.setAccessibleText(words.text(Say.PIECES_MORE));
    more.setTooltip(new Tooltip(words.text(Say.PIECES_MORE)));
    more.getItems()
        .addAll(
            item("flow-new", Say.NEW, () -> model.onNew(words.text(Say.NEW_TITLE))),
            item("flow-import", Say.IMPORT, this::onImport),
            item("flow-export", Say.EXPORT, this::onExport),
            item("flow-remove", Say.DISCARD_MENU, model::onRemove));
    return more;
  }

  private void onImport() {
    ways
        .open()
        .which(getScene().getWindow(), words.text(Say.IMPORT), "json")
        .ifPresent(model::onImport);
  }

  /// Asks for the file.
  void onExport() {
    ways
        .save()
        .where(
            getScene().getWindow(), words.text(Say.EXPORT), model.piece().get().slug() + ".json")
        .ifPresent(model::onExport);
  }

  private MenuItem item(String id, Say say, Runnable action) {
    MenuItem item = new MenuItem(words.text(say));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void onOpen() {
    Piece chosen = open.getValue();
    if (!showing && chosen != null && !chosen.slug().equals(model.piece().get().slug())) {
      model.onOpen(chosen.slug());
    }
  }

  private void show() {
    showing = true;
    Piece now = model.piece().get();
    List<Piece> all = new ArrayList<>(model.pieces().get());
    Piece shown =
        all.stream().filter(each -> each.slug().equals(now.slug())).findFirst().orElse(now);
    if (!shown.slug().isEmpty() && !all.contains(shown)) {
      all.add(shown);
    }
    open.getItems().setAll(all);
    open.setValue(shown.slug().isEmpty() ? null : shown);
    showing = false;
  }

  /// A workflow by its title, and whether it runs.
  private String titled(Piece piece) {
    return piece.published() == 0
        ? words.text(Say.NOT_RUNNING, piece.title())
        : piece.title();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;

import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The right column, one of its panes at a time.
final class SidePane {
  private final HBox tabs = Shapes.row("flow-tabs");
  private final VBox body = Shapes.stack("flow-body");
  private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
  private final Map<Tab, Node> panes = new EnumMap<>(Tab.class);
  private final ReadOnlyObjectWrapper<Tab> chosen = new ReadOnlyObjectWrapper<>(Tab.PHONE);
  private final PreviewPane preview;
  private final TryPane rehearsal;
  private final PublishPane publish;
  private final VersionsPane versions;
  private boolean formOffered;

  /// What there is. The form stands here only where there is no room for it beside.
  enum Tab {
    FORM(Feather.EDIT_3, Say.TAB_FORM),
    PHONE(Feather.SMARTPHONE, Say.TAB_PHONE),
    TRY(Feather.PLAY, Say.TAB_TRY),
    PUBLISH(Feather.CHECK, Say.TAB_PUBLISH),
    VERSIONS(Feather.CLOCK, Say.TAB_VERSIONS);

    private final Feather picture;
    private final Say name;

    Tab(Feather picture, Say name) {
      this.picture = picture;
      this.name = name;
    }
  }

  SidePane(
      WorkflowsViewModel model, FlowWords words, TimeWords times, Consumer<JsonPath> toPlace) {
    preview = new PreviewPane(model.editor(), words);
    rehearsal = new TryPane(model, words);
    publish = new PublishPane(model, words, toPlace);
    versions = new VersionsPane(model, words, times);
    panes.putAll(
        Map.of(
            Tab.PHONE, preview, Tab.TRY, rehearsal, Tab.PUBLISH, publish, Tab.VERSIONS, versions));
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(words.text(tab.name), icon(tab.picture));
      button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("flat", "tab-button");
      button.setOnAction(_ -> choose(tab));
      buttons.put(tab, button);
      tabs.getChildren().add(button);
    }
    panes.values().forEach(pane -> {
      VBox.setVgrow(pane, Priority.ALWAYS);
      body.getChildren().add(pane);
    });
    choose(Tab.PHONE);
    offerForm(false);
  }

  /// Which one is chosen of.
  HBox tabs() {
    return tabs;
  }

  /// The chosen one.
  VBox body() {
    return body;
  }

  ReadOnlyObjectProperty<Tab> chosen() {
    return chosen.getReadOnlyProperty();
  }

  void onNext() {
    List<Tab> all = List.of(Tab.values());
    Tab next = all.get((all.indexOf(chosen.get()) + 1) % all.size());
    choose(next == Tab.FORM && !formOffered ? Tab.PHONE : next);
    button(chosen.get()).requestFocus();
  }

  void onForm() {
    choose(Tab.FORM);
  }

  /// Whether the form is to be had here.
  void offerForm(boolean offered) {
    if (offered != formOffered) {
      formOffered = offered;
      choose(offered ? Tab.FORM : chosen.get() == Tab.FORM ? Tab.PHONE : chosen.get());
    }
    Shapes.show(button(Tab.FORM), formOffered);
  }

  void close() {
    preview.close();
    rehearsal.close();
    publish.close();
    versions.close();
  }

  private ToggleButton button(Tab tab) {
    return Objects.requireNonNull(buttons.get(tab));
  }

  private void choose(Tab tab) {
    chosen.set(tab);
    buttons.forEach((each, button) -> button.setSelected(each == tab));
    panes.forEach((each, pane) -> Shapes.show(pane, each == tab));
  }
}

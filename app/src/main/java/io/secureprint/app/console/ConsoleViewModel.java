// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.app.fx.Followed;
import io.secureprint.app.fx.Language;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// The frame around the screens: which one is shown, in what language, and how the shop stands.
public final class ConsoleViewModel implements AutoCloseable {
  private final Followed<ShopStatus> status;
  private final InstantSource clock;
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.TODAY);
  private final ReadOnlyBooleanWrapper notesOpen = new ReadOnlyBooleanWrapper();

  /// @param screen where properties may change
  public ConsoleViewModel(Desk desk, Language language, InstantSource clock, Executor screen) {
    this.status = new Followed<>(desk.status(), screen);
    this.clock = clock;
    this.language = new SimpleObjectProperty<>(language);
  }

  ReadOnlyObjectProperty<ShopStatus> status() {
    return status.property();
  }

  ObjectProperty<Language> language() {
    return language;
  }

  ObjectProperty<Screen> screen() {
    return screen;
  }

  ReadOnlyBooleanProperty notesOpen() {
    return notesOpen.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  void onNotes() {
    notesOpen.set(!notesOpen.get());
  }

  public void onLanguage(Language chosen) {
    language.set(chosen);
  }

  void onOtherLanguage() {
    language.set(language.get().other());
  }

  @Override
  public void close() {
    status.close();
  }
}

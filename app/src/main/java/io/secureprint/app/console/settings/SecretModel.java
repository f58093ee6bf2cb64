// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.app.fx.Phrase;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A secret by its name: whether it is set, and a new one while it is typed.
record SecretModel(String name, Phrase title, BooleanProperty set, StringProperty typed) {
  SecretModel(String name, Phrase title) {
    this(name, title, new SimpleBooleanProperty(), new SimpleStringProperty(""));
  }
}

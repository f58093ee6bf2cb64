// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.agent.SettingRefused;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

/// What stands in one field, and what is wrong with it.
public final class FieldModel {
  private final Setting setting;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Wrong> wrong = new ReadOnlyObjectWrapper<>();
  private String saved = "";
  private boolean fixed;

  public FieldModel(Setting setting) {
    this.setting = setting;
    text.subscribe(() -> wrong.set(null));
  }

  public Setting setting() {
    return setting;
  }

  public StringProperty text() {
    return text;
  }

  public ReadOnlyObjectProperty<@Nullable Wrong> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /// Whether this run's command line decides it.
  public boolean isFixed() {
    return fixed;
  }

  /// Shows what the settings file says.
  public void show(String value, boolean isFixed) {
    saved = value;
    fixed = isFixed;
    text.set(setting.kind().shown(value));
    wrong.set(null);
  }

  /// What the settings file would get.
  public String value() {
    return setting.kind().value(text.get());
  }

  public boolean isChanged() {
    return !fixed && !value().equals(saved);
  }

  /// What was typed is in the settings file now.
  public void kept() {
    saved = value();
  }

  /// An amount is a whole number to the settings file alone.
  void refused(SettingRefused refused) {
    boolean sum =
        setting.kind() == Kind.RUPEES
            && refused.code().equals(SettingRefused.Why.SETTING_NUMBER.name());
    wrong.set(new Wrong(sum ? "SETTING_SUM" : refused.code(), refused.detail()));
  }

  /// A code that is told in words, and what would do.
  public record Wrong(String code, String detail) {}
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.agent.SettingRefused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Some settings that are asked for together.
public final class Form {
  private final List<FieldModel> fields;

  public Form(List<Setting> settings) {
    fields = settings.stream().map(FieldModel::new).toList();
  }

  public List<FieldModel> fields() {
    return fields;
  }

  /// Shows what the settings file says, and which settings it does not decide in this run.
  public void show(Map<String, String> values, Set<String> fixed) {
    fields.forEach(
        field -> {
          String key = field.setting().key();
          field.show(values.getOrDefault(key, ""), fixed.contains(key));
        });
  }

  /// Everything as the settings file would get it.
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.stream()
        .filter(field -> !field.isFixed())
        .forEach(field -> values.put(field.setting().key(), field.value()));
    return values;
  }

  /// What differs from the settings file.
  public Map<String, String> changes() {
    Map<String, String> changes = values();
    fields.stream()
        .filter(field -> !field.isChanged())
        .forEach(field -> changes.remove(field.setting().key()));
    return changes;
  }

  /// What was typed is in the settings file now.
  public void kept() {
    fields.forEach(FieldModel::kept);
  }

  /// Says beside each field what is wrong with it; returns what belongs to none of them.
  public List<SettingRefused> refused(List<SettingRefused> wrong) {
    List<SettingRefused> others = new ArrayList<>();
    for (SettingRefused each : wrong) {
      Optional<FieldModel> field =
          fields.stream().filter(f -> f.setting().key().equals(each.key())).findFirst();
      field.ifPresentOrElse(known -> known.refused(each), () -> others.add(each));
    }
    return others;
  }
}

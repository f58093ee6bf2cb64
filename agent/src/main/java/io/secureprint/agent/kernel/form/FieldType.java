// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The kinds of fields, each with the longest text that it takes, in UTF-16 units; 0 where it takes
/// none.
public enum FieldType {
  @JsonProperty("text") TEXT(2_000),
  @JsonProperty("multiline") MULTILINE(2_000),
  @JsonProperty("number") NUMBER(0),
  @JsonProperty("phone") PHONE(16),
  @JsonProperty("email") EMAIL(254),
  @JsonProperty("date") DATE(0),
  @JsonProperty("choice") CHOICE(0),
  @JsonProperty("several") SEVERAL(0),
  @JsonProperty("yesno") YESNO(0);

  private final int longest;

  FieldType(int longest) {
    this.longest = longest;
  }

  public int longest() {
    return longest;
  }

  public boolean hasOptions() {
    return this == CHOICE || this == SEVERAL;
  }
}

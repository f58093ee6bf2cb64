// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The languages of the phone page.
public enum Language {
  @JsonProperty("en") ENGLISH,
  @JsonProperty("hi") HINDI
}

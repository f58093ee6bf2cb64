// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a demonstration came to (`docs/demo.md`). `ok` is whether everything ended as it must:
/// each customer, on the printer that was wanted, with as many documents printed as paid for, and
/// nothing left in the vault.
public record DemoReport(
    int version,
    boolean ok,
    String startedAt,
    long durationMs,
    String printer,
    @Nullable String printerWhy,
    String shopKey,
    int printed,
    int left,
    @Nullable String kept,
    List<CustomerReport> customers,
    Figures figures) {
  static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public DemoReport {
    customers = List.copyOf(customers);
  }

  /// One JSON document.
  public String json() {
    return JSON.writeValueAsString(this);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// The figures of one run of a campaign, in the order in which they are told. A run that fails
/// leaves no record: its test does.
public final class CampaignRecord {
  private final String name;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  public CampaignRecord(String name) {
    this.name = name;
    figures.put("date", LocalDate.now(ZoneOffset.UTC));
  }

  public CampaignRecord with(String what, Object figure) {
    figures.put(what, figure);
    return this;
  }

  /// Adds a row to `docs/campaigns/NAME.md`. Called from a module's folder.
  public void write() throws IOException {
    Path file = Files.createDirectories(Path.of("..", "docs", "campaigns")).resolve(name + ".md");
    if (!Files.exists(file)) {
      String rule = figures.keySet().stream().map(_ -> "---").reduce("|", (a, b) -> a + b + "|");
      Files.writeString(
          file,
          "# Campaign `" + name + "`\n\nWritten by `./sps test --campaign " + name
              + "`; each row is a run in which every check held.\n\n"
              + row(figures.keySet()) + rule + "\n");
    }
    Files.writeString(file, row(figures.values()), StandardOpenOption.APPEND);
  }

  private static String row(Iterable<?> cells) {
    StringBuilder row = new StringBuilder("|");
    cells.forEach(cell -> row.append(' ').append(cell).append(" |"));
    return row.append('\n').toString();
  }
}

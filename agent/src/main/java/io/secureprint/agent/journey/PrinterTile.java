// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.session.EasyName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One printer as the shop sees it. `id` names it to the [PrinterDesk], `name` to people. `reasons`
/// are why it does not print, or soon will not. `job` is whose sheets it has now. `abilities` and
/// `supplies` are there as far as the printer tells of them.
public record PrinterTile(
    String id,
    String name,
    State state,
    List<Reason> reasons,
    Way way,
    @Nullable Job job,
    @Nullable Abilities abilities,
    List<Level> supplies,
    Set<Action> actions) {
  public PrinterTile {
    reasons = List.copyOf(reasons);
    supplies = List.copyOf(supplies);
    actions = Set.copyOf(actions);
  }

  /// What the printer does.
  public enum State {
    READY, PRINTING, STOPPED, SILENT
  }

  /// By which way sheets get there: the journey's word for it (`cups`, `ipp`, `folder`), and the code
  /// why it is closed, or null while it is open.
  public record Way(String path, @Nullable String closed) {}

  /// A code, and since when.
  public record Reason(String code, Instant since) {}

  /// A customer's sheets, `done` of `total` sides out.
  public record Job(EasyName name, int done, int total) {}

  /// What it can print: papers by the names that people know.
  public record Abilities(String model, boolean colour, boolean duplex, List<String> papers) {
    public Abilities {
      papers = List.copyOf(papers);
    }
  }

  /// Ink or toner by the printer's own name, and how much is left in percent.
  public record Level(String name, int percent) {}

  /// What can be asked of it now, besides to look again.
  public enum Action {
    TEST_SHEET, RESUME
  }
}

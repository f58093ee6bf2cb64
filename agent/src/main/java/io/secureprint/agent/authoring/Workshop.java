// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.engine.definition.DataNames;
import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.shelf.WorkflowRows;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Observable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where an owner works on the shop's workflows. Calls may wait for the database. Thread-safe.
public final class Workshop {
  /// The author of what the shop began with.
  public static final String BUILT_IN = Shelf.FIRST_AUTHOR;

  private final Shelf shelf;
  private final Connections connections;
  private final Cel cel;
  private final Clock clock;
  private final Observable<List<Piece>> pieces = new Observable<>(List.of());

  public Workshop(Shelf shelf, Connections connections, Cel cel, Clock clock) {
    this.shelf = shelf;
    this.connections = connections;
    this.cel = cel;
    this.clock = clock;
    shelf.entries().observe(entries -> pieces.set(sorted(entries)));
  }

  /// The customers' own workflow first, the others by their titles.
  private static List<Piece> sorted(List<WorkflowRows.Entry> entries) {
    return entries.stream()
        .map(e -> new Piece(e.slug(), e.title(), e.drafted(), e.published(), e.revision()))
        .sorted(Comparator.comparing((Piece piece) -> !piece.isPrint()).thenComparing(Piece::title))
        .toList();
  }

  /// The workflows there are, followed.
  public Observable<List<Piece>> pieces() {
    return pieces;
  }

  /// What is being written, and what runs; empty where there is no such workflow.
  public Optional<Opened> open(String slug) {
    Optional<WorkflowRows.Entry> entry = shelf.entry(slug);
    Optional<JsonObject> text = shelf.text(slug);
    if (entry.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    JsonObject running =
        shelf.snapshot(slug, entry.get().published()).orElse(JsonObject.EMPTY);
    return Optional.of(
        new Opened(sorted(List.of(entry.get())).getFirst(), text.get(), running));
  }

  /// Everything that is wrong with a text.
  public List<Fault> check(String slug, JsonObject text) {
    List<Fault> faults = new ArrayList<>();
    shelf.check(slug, text).stream().map(finding -> Fault.of(finding, text)).forEach(faults::add);
    faults.addAll(new Advice(text).faults());
    return List.copyOf(faults);
  }

  /// What a step may name, in the order in which it is found out.
  public List<Known> names(JsonObject text, int step) {
    return DataNames.at(WorkflowReader.read(text).workflow(), step).stream()
        .map(name -> new Known(name.path(), name.type(), name.options()))
        .toList();
  }

  /// The names of the servers that steps may call.
  public List<String> servers() {
    return connections.list().stream().map(Connection::name).toList();
  }

  /// Keeps what is written over the revision that was read, 0 for a new workflow.
  public Answer save(String slug, JsonObject text, int basedOn, String actor) {
    return answer(shelf.save(new Shelf.Draft(slug, text, basedOn), actor));
  }

  /// Keeps it and makes it what runs from now on, or does neither.
  public Answer publish(Wanted wanted, JsonObject text, String actor) {
    Shelf.Draft draft = new Shelf.Draft(wanted.slug(), text, wanted.basedOn());
    return answer(shelf.publish(draft, wanted.note(), actor));
  }

  /// Makes a former version run again.
  public Answer revert(Wanted wanted, int version, String actor) {
    return answer(
        shelf.revert(
            new Shelf.Publication(wanted.slug(), wanted.note(), wanted.basedOn()), version, actor));
  }

  /// Forgets a workflow that never ran.
  public Answer discard(String slug, String actor) {
    return answer(shelf.discard(slug, actor));
  }

  /// Newest first.
  public List<Version> versions(String slug) {
    return shelf.versions(slug).stream()
        .map(v -> new Version(v.number(), v.reverts(), v.description(), v.author(), v.at()))
        .toList();
  }

  /// What is different in a version against another one; 0 stands for nothing before it.
  public List<Change> changes(String slug, int from, int to) {
    JsonObject before = shelf.snapshot(slug, from).orElse(JsonObject.EMPTY);
    JsonObject after = shelf.snapshot(slug, to).orElse(JsonObject.EMPTY);
    return Change.between(before, after);
  }

  /// Goes through a text; empty while there is something wrong with it.
  public Optional<Rehearsal> rehearse(String slug, JsonObject text) {
    boolean sound = shelf.check(slug, text).stream().allMatch(Finding::advice);
    return sound
        ? Optional.of(new Rehearsal(WorkflowReader.read(text).workflow(), cel, clock))
        : Optional.empty();
  }

  private static Answer answer(Shelf.Outcome outcome) {
    return switch (outcome) {
      case Shelf.Outcome.Saved(int revision) -> new Answer.Saved(revision);
      case Shelf.Outcome.Published(int version) -> new Answer.Published(version);
      case Shelf.Outcome.Wrong(var findings) ->
          new Answer.Wrong(findings.size());
      case Shelf.Outcome.Refused(String code) -> new Answer.Refused(code);
    };
  }

  /// One workflow; `published` is the version that runs, 0 for none.
  public record Piece(String slug, String title, boolean drafted, int published, int revision) {
    public boolean isPrint() {
      return slug.equals(Shelf.PRINT);
    }
  }

  /// A workflow to be worked on: what is written, and what runs (nothing where it never did).
  public record Opened(Piece piece, JsonObject text, JsonObject running) {}

  /// What is to run, why, and over which revision.
  public record Wanted(String slug, String note, int basedOn) {}

  /// One version; `reverts` is the version whose content it has again, or 0.
  public record Version(int number, int reverts, String note, String author, Instant at) {}

  /// What became of a change.
  public sealed interface Answer {
    /// The revision that the next change is based on.
    record Saved(int revision) implements Answer {}

    record Published(int version) implements Answer {}

    /// So many things have to be mended first.
    record Wrong(int faults) implements Answer {}

    record Refused(String code) implements Answer {}
  }
}

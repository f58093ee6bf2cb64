// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.NewStep;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.authoring.Workshop.Answer;
import io.secureprint.agent.authoring.Workshop.Opened;
import io.secureprint.agent.authoring.Workshop.Piece;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The shop's workflows: which there are, the one that is open, and whether what is written is kept and
/// runs.
public final class WorkflowsViewModel implements AutoCloseable {
  private static final Piece NONE = new Piece("", "", false, 0, 0);

  private final Workshop workshop;
  private final String actor;
  private final InstantSource clock;
  private final Background background;
  private final Followed<List<Piece>> pieces;
  private final Editor editor;
  private final RehearsalViewModel rehearsal;
  private final VersionsViewModel versions;
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Piece> piece = new ReadOnlyObjectWrapper<>(NONE);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNS);
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private WorkflowText kept = new WorkflowText(JsonObject.EMPTY);
  private WorkflowText running = new WorkflowText(JsonObject.EMPTY);
  private WorkflowText sent = new WorkflowText(JsonObject.EMPTY);

  /// Where what is on the screen stands.
  enum State {
    /// It is what customers meet.
    RUNS,
    /// It is kept, and does not run yet.
    DRAFT,
    /// It is only on the screen.
    TYPED
  }

  /// @param actor who acts at this console, for the record
  /// @param screen where properties may change
  public WorkflowsViewModel(
      Workshop workshop, String actor, InstantSource clock, Background background, Executor screen) {
    this.workshop = workshop;
    this.actor = actor;
    this.clock = clock;
    this.background = background;
    this.pieces = new Followed<>(workshop.pieces(), screen);
    this.editor = new Editor(workshop, background);
    this.rehearsal = new RehearsalViewModel(workshop, background);
    this.versions = new VersionsViewModel(workshop, background, piece.getReadOnlyProperty());
    editor.text().subscribe(_ -> stand());
  }

  /// The workflows there are, the customers' own first.
  ReadOnlyObjectProperty<List<Piece>> pieces() {
    return pieces.property();
  }

  /// The one that is open; one without a slug until one is.
  ReadOnlyObjectProperty<Piece> piece() {
    return piece.getReadOnlyProperty();
  }

  Editor editor() {
    return editor;
  }

  RehearsalViewModel rehearsal() {
    return rehearsal;
  }

  VersionsViewModel versions() {
    return versions;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  /// Why it is published.
  StringProperty note() {
    return note;
  }

  Instant now() {
    return clock.instant();
  }

  /// The first look: the customers' own workflow.
  void onShown() {
    if (piece.get().slug().isEmpty() && !pieces().get().isEmpty()) {
      onOpen(pieces().get().getFirst().slug());
    }
    versions.onReload();
  }

  /// What is only on the screen is kept first; what cannot be kept stays open.
  void onOpen(String slug) {
    if (state.get() == State.TYPED && !piece.get().slug().isEmpty()) {
      run(
          () -> workshop.save(piece.get().slug(), text(), piece.get().revision(), actor),
          answer -> {
            answered(answer);
            if (answer instanceof Answer.Saved) {
              open(slug);
            }
          });
    } else {
      open(slug);
    }
  }

  /// A new one that says one thing.
  void onNew(String title) {
    JsonObject empty =
        new JsonObject(Map.of("name", title, "kind", "GENERAL", "steps", List.of()));
    WorkflowText first = new WorkflowText(empty);
    begin(freeSlug(title), first.insert(WorkflowText.STEPS, 0, NewStep.of(first, "FORM").members()));
  }

  boolean mayPublish() {
    return state.get() != State.RUNS
        && editor.looked().get().wrong() == 0
        && !(asked.get() instanceof Asked.Working);
  }

  void onSave() {
    if (state.get() == State.TYPED) {
      Piece of = piece.get();
      JsonObject text = text();
      run(() -> workshop.save(of.slug(), text, of.revision(), actor), this::answered);
    }
  }

  void onPublish() {
    if (mayPublish()) {
      Workshop.Wanted wanted = wanted(note.get().strip());
      JsonObject text = text();
      run(() -> workshop.publish(wanted, text, actor), this::answered);
    }
  }

  void onRevert(int version) {
    Workshop.Wanted wanted = wanted("");
    run(() -> workshop.revert(wanted, version, actor), this::reverted);
  }

  /// Brings back what runs; it can be undone.
  void onStartAgain() {
    if (!running.steps().isEmpty()) {
      editor.change(_ -> running);
      editor.choose(0);
    }
  }

  /// Somebody else was first: what they wrote is read anew.
  void onReopen() {
    open(piece.get().slug());
  }

  void onTry() {
    rehearsal.onBegin(piece.get().slug(), text());
  }

  void onExport(Path file) {
    JsonObject text = text();
    asked.set(new Asked.Working());
    background.run(
        () -> WorkflowFile.write(file, text),
        name -> asked.set(new Asked.Written(name)),
        () -> asked.set(new Asked.Refused("EXPORT_FAILED")));
  }

  /// What a file says is on the screen then; it is kept and runs only when a person wants that.
  void onImport(Path file) {
    asked.set(new Asked.Working());
    background.run(
        () -> WorkflowFile.read(file),
        this::imported,
        () -> asked.set(new Asked.Refused("WORKFLOW_FILE_WRONG")));
  }

  @Override
  public void close() {
    pieces.close();
  }

  private void imported(WorkflowFile.Read read) {
    switch (read) {
      case WorkflowFile.Read.Refused(String code) -> asked.set(new Asked.Refused(code));
      case WorkflowFile.Read.Found(WorkflowText found) -> {
        asked.set(new Asked.Nothing());
        boolean print = JsonPath.of("kind").text(found.json()).equalsIgnoreCase("PRINT");
        if (print == piece.get().isPrint()) {
          editor.change(_ -> found);
          editor.choose(0);
        } else if (print) {
          open(pieces().get().getFirst().slug(), Optional.of(found));
        } else {
          begin(freeSlug(JsonPath.of("name").text(found.json())), found);
        }
      }
    }
  }

  private void begin(String slug, WorkflowText text) {
    kept = new WorkflowText(JsonObject.EMPTY);
    running = kept;
    piece.set(new Piece(slug, JsonPath.of("name").text(text.json()), false, 0, 0));
    asked.set(new Asked.Nothing());
    rehearsal.onEnd();
    editor.open(slug, text);
  }

  private void open(String slug) {
    open(slug, Optional.empty());
  }

  private void open(String slug, Optional<WorkflowText> instead) {
    background.run(
        () -> workshop.open(slug),
        found -> {
          found.ifPresentOrElse(this::opened, () -> asked.set(new Asked.Refused("WORKFLOW_UNKNOWN")));
          instead.ifPresent(text -> editor.change(_ -> text));
        },
        this::failed);
  }

  private void opened(Opened found) {
    kept = new WorkflowText(found.text());
    running = new WorkflowText(found.running());
    piece.set(found.piece());
    asked.set(new Asked.Nothing());
    rehearsal.onEnd();
    editor.open(found.piece().slug(), kept);
    stand();
  }

  private void answered(Answer answer) {
    switch (answer) {
      case Answer.Saved(int revision) -> {
        keep(revision);
        asked.set(new Asked.Saved());
      }
      case Answer.Published(int version) -> {
        running = sent;
        note.set("");
        reload();
        asked.set(new Asked.Published(version));
      }
      case Answer.Wrong(var faults) -> {
        reload();
        asked.set(new Asked.Wrong(faults.size()));
      }
      case Answer.Refused(String code) -> asked.set(new Asked.Refused(code));
    }
  }

  private void reverted(Answer answer) {
    if (answer instanceof Answer.Published(int version)) {
      background.run(
          () -> workshop.open(piece.get().slug()),
          found -> {
            found.ifPresent(this::opened);
            asked.set(new Asked.Published(version));
          },
          this::failed);
    } else {
      answered(answer);
    }
  }

  /// Publishing raises the revision by what the shelf says.
  private void reload() {
    String slug = piece.get().slug();
    kept = sent;
    stand();
    background.run(
        () -> workshop.open(slug),
        found -> found.ifPresent(opened -> {
          piece.set(opened.piece());
          stand();
        }),
        this::failed);
  }

  private void keep(int revision) {
    kept = sent;
    Piece before = piece.get();
    piece.set(
        new Piece(
            before.slug(), JsonPath.of("name").text(kept.json()), true, before.published(), revision));
    stand();
  }

  private void stand() {
    WorkflowText now = editor.text().get();
    State before = state.get();
    state.set(
        !now.equals(kept) ? State.TYPED : kept.equals(running) ? State.RUNS : State.DRAFT);
    boolean told = asked.get() instanceof Asked.Saved || asked.get() instanceof Asked.Published;
    if (told && before != state.get() && state.get() == State.TYPED) {
      asked.set(new Asked.Nothing());
    }
  }

  private Workshop.Wanted wanted(String why) {
    return new Workshop.Wanted(piece.get().slug(), why, piece.get().revision());
  }

  private JsonObject text() {
    return editor.text().get().json();
  }

  private void run(
      Supplier<Answer> work, Consumer<Answer> done) {
    if (!(asked.get() instanceof Asked.Working)) {
      asked.set(new Asked.Working());
      sent = editor.text().get();
      background.run(work, done, this::failed);
    }
  }

  private void failed() {
    asked.set(new Asked.Refused("INTERNAL"));
  }

  private String freeSlug(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String clean = plain.replaceAll("^[^a-z]+|-+$", "");
    String wanted = clean.isEmpty() ? "workflow" : clean.substring(0, Math.min(clean.length(), 30));
    List<String> taken = pieces().get().stream().map(Piece::slug).toList();
    String slug = wanted;
    for (int i = 2; taken.contains(slug); i++) {
      slug = wanted + "-" + i;
    }
    return slug;
  }
}

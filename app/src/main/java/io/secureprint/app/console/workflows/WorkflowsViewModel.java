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
  private final ReadOnlyObjectWrapper<Standing> state = new ReadOnlyObjectWrapper<>(Standing.RUNS);
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private WorkflowText kept = new WorkflowText(JsonObject.EMPTY);
  private WorkflowText running = new WorkflowText(JsonObject.EMPTY);
  private WorkflowText sent = new WorkflowText(JsonObject.EMPTY);

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

  ReadOnlyObjectProperty<Standing> state() {
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

  void onOpen(String slug) {
    keptFirst(() -> open(slug));
  }

  /// A new one that says one thing.
  void onNew(String title) {
    JsonObject empty =
        new JsonObject(Map.of("name", title, "kind", "GENERAL", "steps", List.of()));
    WorkflowText first = new WorkflowText(empty);
    JsonObject question = NewStep.of(first, "FORM");
    keptFirst(
        () -> begin(freeSlug(title), first.insert(WorkflowText.STEPS, 0, question.members())));
  }

  boolean mayPublish() {
    return state.get() != Standing.RUNS
        && editor.looked().get().isSeen()
        && editor.looked().get().wrong() == 0
        && !(asked.get() instanceof Asked.Working);
  }

  void onSave() {
    if (state.get() == Standing.TYPED) {
      save(this::answered);
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

  /// Asks first; what has run stays for the record.
  void onRemove() {
    asked.set(new Asked.Removing(mayDiscard()));
  }

  void onKeep() {
    asked.set(new Asked.Nothing());
  }

  /// Forgets a workflow that never ran, with what is on the screen of it.
  void onDiscard() {
    Piece of = piece.get();
    if (!mayDiscard()) {
      return;
    }
    if (of.revision() == 0) {
      open(pieces().get().getFirst().slug());
    } else {
      run(() -> workshop.discard(of.slug(), actor), this::discarded);
    }
  }

  private boolean mayDiscard() {
    return piece.get().published() == 0 && !piece.get().isPrint();
  }

  private void discarded(Answer answer) {
    if (answer instanceof Answer.Saved) {
      open(pieces().get().getFirst().slug());
    } else {
      answered(answer);
    }
  }

  /// Brings back what runs; it can be undone.
  void onStartAgain() {
    if (!running.steps().isEmpty()) {
      editor.change(_ -> running);
      editor.choose(0);
    }
  }

  /// Somebody else was first: what they wrote is read anew, and Undo brings back what is on the screen.
  void onReopen() {
    reopen(new Asked.Nothing());
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

  /// Whether something was typed that is nowhere but on the screen.
  public boolean hasUnsaved() {
    return state.get() == Standing.TYPED;
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
          keptFirst(() -> open(pieces().get().getFirst().slug(), Optional.of(found)));
        } else {
          keptFirst(() -> begin(freeSlug(JsonPath.of("name").text(found.json())), found));
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
    read(slug, found -> {
      opened(found, new WorkflowText(found.text()));
      instead.ifPresent(text -> editor.change(_ -> text));
    });
  }

  private void read(String slug, Consumer<Opened> then) {
    background.run(
        () -> workshop.open(slug),
        found ->
            found.ifPresentOrElse(then, () -> asked.set(new Asked.Refused("WORKFLOW_UNKNOWN"))),
        this::failed);
  }

  private void opened(Opened found, WorkflowText former) {
    kept = new WorkflowText(found.text());
    running = new WorkflowText(found.running());
    piece.set(found.piece());
    asked.set(new Asked.Nothing());
    rehearsal.onEnd();
    editor.open(found.piece().slug(), kept, former);
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
      case Answer.Wrong(int faults) -> asked.set(new Asked.Wrong(faults));
      case Answer.Refused(String code) -> asked.set(new Asked.Refused(code));
    }
  }

  private void reverted(Answer answer) {
    if (answer instanceof Answer.Published(int version)) {
      reopen(new Asked.Published(version));
    } else {
      answered(answer);
    }
  }

  /// What is only on the screen comes back by Undo.
  private void reopen(Asked told) {
    boolean typed = state.get() == Standing.TYPED;
    WorkflowText mine = editor.text().get();
    read(piece.get().slug(), found -> {
      opened(found, typed ? mine : new WorkflowText(found.text()));
      asked.set(told);
    });
  }

  /// What is only on the screen is kept first; what cannot be kept stays open.
  private void keptFirst(Runnable then) {
    if (state.get() == Standing.TYPED && !piece.get().slug().isEmpty()) {
      save(answer -> {
        answered(answer);
        if (answer instanceof Answer.Saved) {
          then.run();
        }
      });
    } else {
      then.run();
    }
  }

  private void save(Consumer<Answer> done) {
    Piece of = piece.get();
    JsonObject text = text();
    run(() -> workshop.save(of.slug(), text, of.revision(), actor), done);
  }

  /// Publishing raises the revision by what the shelf says.
  private void reload() {
    kept = sent;
    stand();
    read(piece.get().slug(), found -> {
      piece.set(found.piece());
      stand();
    });
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
    Standing before = state.get();
    state.set(
        !now.equals(kept) ? Standing.TYPED : kept.equals(running) ? Standing.RUNS : Standing.DRAFT);
    boolean told = asked.get() instanceof Asked.Saved || asked.get() instanceof Asked.Published;
    if (told && before != state.get() && state.get() == Standing.TYPED) {
      asked.set(new Asked.Nothing());
    }
  }

  private Workshop.Wanted wanted(String why) {
    return new Workshop.Wanted(piece.get().slug(), why, piece.get().revision());
  }

  private JsonObject text() {
    return editor.text().get().json();
  }

  private void run(Supplier<Answer> work, Consumer<Answer> done) {
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
    return Slug.free(title, pieces().get().stream().map(Piece::slug).toList());
  }
}

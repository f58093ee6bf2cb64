// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.SampleShop;
import io.secureprint.app.SampleWorkflows;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/// Nothing that somebody has typed is lost without their wish.
final class UnsavedWorkTest {
  private static final JsonPath NAME = JsonPath.of("name");

  @TempDir private Path folder;
  private final SampleWorkflows workflows = new SampleWorkflows();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final WorkflowsViewModel model =
      new WorkflowsViewModel(
          workflows.workshop(),
          "console",
          SampleShop.CLOCK,
          new Background(work::add, Runnable::run),
          Runnable::run);
  private final Editor editor = model.editor();

  @BeforeEach
  void open() {
    model.onShown();
    runWork();
  }

  @Test
  void aNewWorkflowKeepsTheFormerOneFirst() {
    type(NAME, "Mine");
    model.onNew("Another");
    runWork();
    assertThat(model.piece().get().slug()).isEqualTo("another");
    assertThat(NAME.text(workflows.text("print-journey"))).isEqualTo("Mine");
  }

  @Test
  void whatCannotBeKeptStaysOpenWhenAnotherIsWanted() throws IOException {
    Path file = folder.resolve("theirs.json");
    Files.writeString(file, "{\"name\":\"Theirs\",\"kind\":\"GENERAL\",\"steps\":[{\"type\":\"WAIT\"}]}");
    type(NAME, "Mine");
    workflows.allowed = false;
    model.onNew("Another");
    runWork();
    model.onImport(file);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("PIN_NEEDED"));
    assertThat(NAME.text(editor.text().get().json())).isEqualTo("Mine");
    workflows.allowed = true;
    model.onImport(file);
    runWork();
    assertThat(model.piece().get().slug()).isEqualTo("theirs");
    assertThat(NAME.text(workflows.text("print-journey"))).isEqualTo("Mine");
  }

  @Test
  void whoOpensWhatOthersWroteGetsTheirOwnBackByUndo() {
    type(NAME, "Mine");
    workflows.writeElsewhere(NAME.put(workflows.text("print-journey"), "Theirs"));
    model.onReopen();
    runWork();
    assertThat(NAME.text(editor.text().get().json())).isEqualTo("Theirs");
    editor.onUndo();
    assertThat(NAME.text(editor.text().get().json())).isEqualTo("Mine");
    model.onSave();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Saved());
  }

  @Test
  void whoBringsBackAFormerVersionGetsTheirOwnBackByUndo() {
    workflows.publish(SampleWorkflows.example("workflows/student-discount.json"), "college");
    model.onReopen();
    runWork();
    assertThat(editor.mayUndo()).isFalse();
    type(NAME, "Mine");
    model.onRevert(1);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(3));
    assertThat(editor.text().get().steps()).hasSize(3);
    editor.onUndo();
    assertThat(NAME.text(editor.text().get().json())).isEqualTo("Mine");
    assertThat(editor.text().get().steps()).hasSize(5);
  }

  @Test
  void aWordIsUndoneAsOneAndAnotherPlaceByItself() {
    WorkflowText before = editor.text().get();
    type(NAME, "S", "St", "Student");
    type(JsonPath.of("description"), "F", "For");
    editor.onUndo();
    assertThat(NAME.text(editor.text().get().json())).isEqualTo("Student");
    type(NAME, "Students");
    editor.onUndo();
    editor.onUndo();
    assertThat(editor.text().get()).isEqualTo(before);
    assertThat(editor.mayUndo()).isFalse();
  }

  @Test
  void whatIsNotPublishedIsNotKeptEither() {
    type(NAME, "Mine");
    runWork();
    int revision = model.piece().get().revision();
    model.note().set("x".repeat(201));
    model.onPublish();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("WORKFLOW_NOTE_TOO_LONG"));
    assertThat(NAME.text(workflows.text("print-journey"))).isNotEqualTo("Mine");
    model.note().set("");
    model.onPublish();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(2));
    assertThat(model.piece().get().revision()).isGreaterThan(revision);
  }

  @Test
  void whatCouldNotBeLookedThroughIsNotCalledRight() {
    workflows.broken = true;
    type(NAME, "Mine");
    assertThat(model.mayPublish()).isTrue();
    runWork();
    assertThat(editor.looked().get().sight()).isEqualTo(Editor.Sight.FAILED);
    assertThat(model.mayPublish()).isFalse();
    workflows.broken = false;
    editor.onLook();
    runWork();
    assertThat(model.mayPublish()).isTrue();
  }

  @Test
  void aWorkflowThatNeverRanIsRemovedAndOneThatRanStays() {
    model.onRemove();
    assertThat(model.asked().get()).isEqualTo(new Asked.Removing(false));
    model.onDiscard();
    runWork();
    assertThat(workflows.running()).isEqualTo(1);

    model.onNew("Another");
    runWork();
    model.onSave();
    runWork();
    model.onRemove();
    assertThat(model.asked().get()).isEqualTo(new Asked.Removing(true));
    model.onDiscard();
    runWork();
    assertThat(model.pieces().get()).extracting(piece -> piece.slug()).containsExactly("print-journey");
    assertThat(model.piece().get().slug()).isEqualTo("print-journey");
  }

  private void type(JsonPath place, String... letters) {
    for (String typed : letters) {
      editor.type(place, text -> text.put(place, typed));
    }
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}

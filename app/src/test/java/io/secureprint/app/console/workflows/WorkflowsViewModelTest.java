// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.Change;
import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.authoring.Scene;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.SampleShop;
import io.secureprint.app.SampleWorkflows;
import io.secureprint.app.console.workflows.RehearsalViewModel.State;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

final class WorkflowsViewModelTest {
  private static final JsonPath FIELD = JsonPath.of("steps[0].config.fields[0]");

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
  void aNewOwnerAddsTheStudentDiscount() {
    assertThat(model.state().get()).isEqualTo(Standing.RUNS);
    addTheQuestion();
    addTheCheck();
    addTheWays();
    offerTheDiscount();
    runWork();
    assertThat(editor.looked().get().faults()).isEmpty();
    assertThat(model.state().get()).isEqualTo(Standing.TYPED);

    tryIt(true, 10);
    tryIt(false, 0);
    tryWithoutANumber();

    model.note().set("For the college");
    model.onPublish();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(2));
    assertThat(model.state().get()).isEqualTo(Standing.RUNS);
    assertThat(workflows.running()).isEqualTo(2);
    assertThat(workflows.text("print-journey").pretty())
        .contains("yourStudentNumber", "/students/check", "check.valid == true");
  }

  private void addTheQuestion() {
    editor.choose(Editor.WHOLE);
    editor.onAdd(StepKind.FORM);
    assertThat(editor.chosen().get()).isZero();
    type(JsonPath.of("steps[0].label"), "Are you a student?", "क्या आप विद्यार्थी हैं?");
    type(FIELD.at("label"), "Your student number", "आपका विद्यार्थी नंबर");
    editor.change(text -> text.put(FIELD.at("key"), "yourStudentNumber"));
    editor.change(text -> text.remove(FIELD.at("required")));
  }

  private void addTheCheck() {
    editor.onAdd(StepKind.VALIDATION);
    assertThat(editor.chosen().get()).isEqualTo(1);
    runWork();
    assertThat(editor.looked().get().faults())
        .extracting(Fault::kind)
        .containsExactly("NOTHING_CHECKED");
    editor.change(text -> text.put(JsonPath.of("steps[1].triggerEndpoint"), "/students/check"));
  }

  /// Between the question and the check.
  private void addTheWays() {
    editor.choose(0);
    editor.onAdd(StepKind.SWITCH);
    assertThat(editor.chosen().get()).isEqualTo(1);
    Condition filled =
        Condition.of(
            new Condition.Part("answers.yourStudentNumber", Condition.Test.FILLED, ""));
    String check = editor.text().get().id(2);
    String choose = editor.text().get().id(3);
    editor.change(
        text ->
            text.insert(
                    JsonPath.of("steps[1].config.cases"),
                    0,
                    Map.of("when", filled.cel(), "goTo", check))
                .put(JsonPath.of("steps[1].config.otherwise"), choose));
  }

  private void offerTheDiscount() {
    editor.choose(3);
    runWork();
    assertThat(editor.looked().get().names())
        .extracting(known -> known.path())
        .containsExactly("answers.yourStudentNumber", "check.valid");
    Condition right = Condition.of(new Condition.Part("check.valid", Condition.Test.IS_YES, ""));
    JsonObject discount =
        JsonObject.of("percent", 10L)
            .with("label", Map.of("en", "Student discount", "hi", "विद्यार्थी छूट"))
            .with("when", right.cel());
    editor.change(text -> text.put(JsonPath.of("config.discount"), discount.members()));
  }

  private void tryIt(boolean student, int percent) {
    model.onTry();
    runWork();
    model.rehearsal().onAnswer(JsonObject.of("yourStudentNumber", "2041"));
    runWork();
    assertThat(scene()).isInstanceOf(Scene.Calls.class);
    if (student) {
      model.rehearsal().onReply("{\"valid\": true}");
    } else {
      model.rehearsal().onSilence();
    }
    runWork();
    assertThat(scene()).isInstanceOfSatisfying(
        Scene.Prints.class,
        prints -> assertThat(prints.off().map(Scene.Off::percent).orElse(0)).isEqualTo(percent));
  }

  private void tryWithoutANumber() {
    model.onTry();
    runWork();
    model.rehearsal().onAnswer(JsonObject.EMPTY);
    runWork();
    assertThat(scene()).isInstanceOfSatisfying(
        Scene.Prints.class, prints -> assertThat(prints.off()).isEmpty());
  }

  private Scene scene() {
    return ((State.At) model.rehearsal().state().get()).scene();
  }

  @Test
  void somebodyElsesDraftIsNeverOverwritten() {
    editor.onAdd(StepKind.INFO);
    workflows.writeElsewhere(JsonPath.of("name").put(workflows.text("print-journey"), "Theirs"));
    model.onSave();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("WORKFLOW_CHANGED"));
    assertThat(editor.text().get().steps()).hasSize(4);
    model.onReopen();
    runWork();
    assertThat(JsonPath.of("name").text(editor.text().get().json())).isEqualTo("Theirs");
    assertThat(model.state().get()).isEqualTo(Standing.DRAFT);
  }

  @Test
  void whatIsWrongIsNotPublishedAndIsToldWhereItIs() {
    editor.onAdd(StepKind.API_CALL);
    runWork();
    assertThat(editor.looked().get().faults())
        .extracting(Fault::kind)
        .containsExactly("NO_ENDPOINT");
    assertThat(model.mayPublish()).isFalse();
    model.onPublish();
    model.onTry();
    runWork();
    assertThat(model.rehearsal().state().get()).isEqualTo(new State.Wrong());
    assertThat(editor.onFault(editor.looked().get().faults().getFirst()))
        .hasToString("steps[0].triggerEndpoint");
    assertThat(editor.chosen().get()).isZero();
  }

  @Test
  void stepsMoveAndGoAndComeBack() {
    editor.onAdd(StepKind.INFO);
    editor.onAdd(StepKind.FORM);
    editor.onMove(-1);
    assertThat(editor.chosen().get()).isZero();
    assertThat(editor.text().get().type(0)).isEqualTo("FORM");
    editor.onRemove();
    assertThat(editor.text().get().steps()).hasSize(4);
    editor.onUndo();
    assertThat(editor.text().get().type(0)).isEqualTo("FORM");
    editor.choose(2);
    assertThat(editor.mayRemove()).isFalse();
    assertThat(editor.mayMove(1)).isFalse();
  }

  @Test
  void aFormerVersionComesBack() {
    workflows.publish(SampleWorkflows.example("workflows/student-discount.json"), "college");
    model.onReopen();
    runWork();
    model.versions().onChoose(model.versions().rows().getLast());
    runWork();
    assertThat(model.versions().compared().get().orElseThrow().changes())
        .extracting(Change::kind)
        .contains(Change.Kind.REMOVED);
    assertThat(model.versions().mayRevert()).isTrue();
    model.onRevert(1);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(3));
    assertThat(editor.text().get().steps()).hasSize(3);
    assertThat(model.versions().rows().getFirst().reverts()).isEqualTo(1);
  }

  @Test
  void aFileGoesOutAndComesInAgain() throws IOException {
    Path file = folder.resolve("mine.json");
    editor.onAdd(StepKind.INFO);
    WorkflowText mine = editor.text().get();
    model.onExport(file);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Written("mine.json"));
    model.onStartAgain();
    assertThat(editor.text().get()).isNotEqualTo(mine);
    model.onImport(file);
    runWork();
    assertThat(editor.text().get()).isEqualTo(mine);

    Files.writeString(file, "{\"name\":\"x\"");
    model.onImport(file);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("WORKFLOW_FILE_WRONG"));
    Files.writeString(file, " ".repeat(200_001));
    model.onImport(file);
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("WORKFLOW_TOO_LARGE"));
    assertThat(editor.text().get()).isEqualTo(mine);
  }

  @Test
  void whoMayNotChangeTheShopIsRefused() {
    workflows.allowed = false;
    editor.onAdd(StepKind.INFO);
    model.onSave();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("PIN_NEEDED"));
    assertThat(model.state().get()).isEqualTo(Standing.TYPED);
  }

  @Test
  void aNewWorkflowIsKeptUnderANameOfItsOwn() {
    model.onNew("New workflow");
    runWork();
    assertThat(editor.looked().get().faults()).isEmpty();
    model.onSave();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Saved());
    assertThat(model.pieces().get()).extracting(piece -> piece.slug()).contains("new-workflow");
    assertThat(model.pieces().get().getFirst().isPrint()).isTrue();
    model.onOpen("print-journey");
    runWork();
    assertThat(model.piece().get().slug()).isEqualTo("print-journey");
  }

  private void type(JsonPath path, String english, String hindi) {
    editor.change(text -> text.say(path, false, english).say(path, true, hindi));
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}

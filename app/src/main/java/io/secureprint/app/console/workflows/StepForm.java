// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.NewStep;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything there is to fill in for one step.
final class StepForm extends VBox {
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");

  private final Inputs inputs;
  private final JsonPath step;
  private final StepKind kind;
  private final boolean inBranch;

  StepForm(Inputs inputs, JsonPath step, StepKind kind, boolean inBranch) {
    this.inputs = inputs;
    this.step = step;
    this.kind = kind;
    this.inBranch = inBranch;
    getStyleClass().add("flow-form");
    FlowWords words = inputs.words();
    VBox head =
        stack(
            "flow-kind",
            row("flow-row", icon(kind.picture()), label(words.named("kind", kind.name()), "strong")),
            paragraph(words.named("does", kind.name()), "muted", "small"));
    FaultLines rest = rest();
    getChildren().addAll(head, rest, title());
    getChildren().addAll(inside());
    if (!kind.prints()) {
      getChildren().add(inputs.more(step, Say.MORE, more().toArray(Node[]::new)));
    }
    inputs.follow(inputs.editor().looked().subscribe(rest::show));
  }

  /// What is wrong with the step and belongs to nothing that is filled in.
  private FaultLines rest() {
    return new FaultLines(
        inputs.words(),
        fault ->
            fault.where().within(step) && !inputs.isTold(fault));
  }

  private Node title() {
    Say say = kind.asks() || kind.prints() ? Say.STEP_TITLE : Say.STEP_NAME;
    if (inBranch) {
      return inputs.words(step.at("label"), say, false);
    }
    int index = (int) step.parts().get(1);
    return inputs.words(step.at("label"), say, false, (before, _) -> before.named(index));
  }

  private List<Node> inside() {
    JsonPath config = step.at("config");
    return switch (kind) {
      case FORM -> form(config);
      case INFO -> List.of(inputs.words(config.at("message"), Say.MESSAGE, true));
      case CONFIRMATION ->
          List.of(
              inputs.words(config.at("message"), Say.MESSAGE, true),
              inputs.words(config.at("accept"), Say.BUTTON_YES, false),
              inputs.words(config.at("decline"), Say.BUTTON_NO, false));
      case VALIDATION -> validation(config);
      case API_CALL ->
          List.of(
              ServerInputs.ofStep(inputs, step),
              ServerInputs.mapping(inputs, config.at("body"), Say.MAPPING));
      case APPROVAL -> List.of(inputs.words(config.at("message"), Say.MESSAGE, true));
      case TASK -> task(config);
      case WAIT ->
          List.of(
              inputs.number(config.at("pauseMs"), Say.WAIT_FOR, 1000, Say.SECONDS),
              inputs.lineWith(config.at("signal"), Say.WAIT_SIGNAL, Say.WAIT_SIGNAL_HINT));
      case PARALLEL -> List.of(branches(config.at("branches")));
      case SWITCH -> ways(config);
      case PRINT_OPTIONS -> discount(JsonPath.of("config.discount"));
      case PRINT_PAYMENT, PRINT_OUTPUT -> List.of();
    };
  }

  private List<Node> form(JsonPath config) {
    FieldCard cards = new FieldCard(inputs, config.at("fields"));
    return List.of(
        inputs.words(config.at("message"), Say.MESSAGE_ABOVE, true),
        label(inputs.words().text(Say.FIELDS), "section"),
        new CardList(inputs, config.at("fields"), Say.FIELD, cards::card)
            .adding(Say.FIELD_ADD, cards::fresh));
  }

  private List<Node> validation(JsonPath config) {
    return List.of(
        label(inputs.words().text(Say.RULES), "section"),
        paragraph(inputs.words().text(Say.RULES_HINT), "muted", "small"),
        new CardList(
                inputs,
                config.at("rules"),
                Say.RULE,
                rule ->
                    stack(
                        "flow-inside",
                        new ConditionInput(inputs, rule.at("when"), Say.RULE_HOLDS),
                        inputs.words(rule.at("says"), Say.RULE_SAYS, false)))
            .adding(
                Say.RULE_ADD,
                () -> Map.of("says", Map.of("en", "Please check this.", "hi", "कृपया इसे जाँचें।"))),
        label(inputs.words().text(Say.SERVER_ASK), "section"),
        ServerInputs.ofStep(inputs, step),
        paragraph(inputs.words().text(Say.SERVER_SAYS_NO), "field-hint", "small"));
  }

  private List<Node> task(JsonPath config) {
    FlowWords words = inputs.words();
    return List.of(
        inputs.words(config.at("title"), Say.CARD_TITLE, false),
        inputs.choice(
            config.at("priority"),
            Say.CARD_PRIORITY,
            PRIORITIES,
            "normal",
            words.messages()::priority),
        inputs.yes(config.at("await"), Say.CARD_AWAIT, true),
        inputs.more(
            config,
            Say.MORE_CARD,
            inputs.lineWith(config.at("area"), Say.CARD_AREA, Say.CARD_AREA_HINT),
            inputs.lineWith(config.at("taskType"), Say.CARD_TYPE, Say.CARD_TYPE_HINT)));
  }

  private Node branches(JsonPath list) {
    return new CardList(
            inputs,
            list,
            Say.BRANCH,
            branch -> {
              VBox inside = stack("flow-inside");
              int steps = branch.at("steps").items(inputs.text().json()).size();
              for (int i = 0; i < steps; i++) {
                inside.getChildren().add(branchStep(branch.at("steps").at(i)));
              }
              return inside;
            })
        .adding(Say.BRANCH_ADD, () -> Map.of("steps", List.of(branchStep("TASK"))));
  }

  private Node branchStep(JsonPath inner) {
    String type = inner.at("type").text(inputs.text().json());
    StepKind of = StepKind.of(type).orElse(StepKind.TASK);
    Node kinds =
        inputs.choice(
            inner.at("type"),
            Say.BRANCH_DOES,
            StepKind.alone().stream().map(Enum::name).toList(),
            of.name(),
            value -> inputs.words().named("kind", value),
            value ->
                inputs.editor().change(before -> before.put(inner, branchStep(value))));
    return stack("flow-inside", kinds, new StepForm(inputs, inner, of, true));
  }

  private Map<String, Object> branchStep(String type) {
    return NewStep.of(inputs.text(), type).members();
  }

  private List<Node> ways(JsonPath config) {
    return List.of(
        new CardList(
                inputs,
                config.at("cases"),
                Say.WAY,
                each ->
                    stack(
                        "flow-inside",
                        new ConditionInput(inputs, each.at("when"), Say.WAY_WHEN),
                        to(each.at("goTo"), Say.WAY_TO)))
            .adding(Say.WAY_ADD, () -> Map.of("goTo", below())),
        to(config.at("otherwise"), Say.WAY_OTHERWISE));
  }

  /// Where a new way leads until somebody says otherwise.
  private String below() {
    int index = (int) step.parts().get(1) + 1;
    List<String> ids = inputs.text().ids();
    return index < ids.size() ? ids.get(index) : "END";
  }

  /// A step to go to; nothing written is the one below, which a way has to name.
  private Node to(JsonPath path, Say title) {
    boolean needed = path.parts().getLast().equals("goTo");
    List<String> ids = new ArrayList<>(needed ? List.of() : List.of(""));
    ids.addAll(inputs.text().ids());
    ids.add("END");
    return inputs.choice(path, title, ids, "", this::stepName);
  }

  private String stepName(String id) {
    if (id.isEmpty()) {
      return inputs.words().text(Say.STEP_BELOW);
    }
    int index = inputs.text().ids().indexOf(id);
    return index < 0
        ? inputs.words().named("step", id)
        : inputs.words().said(inputs.text().steps().get(index), "label");
  }

  private List<Node> discount(JsonPath discount) {
    FlowWords words = inputs.words();
    CheckBox offered = new CheckBox(words.text(Say.DISCOUNT));
    offered.setId("flow-discount");
    boolean there = discount.in(inputs.text().json()).isPresent();
    offered.setSelected(there);
    offered.setOnAction(_ -> inputs.editor().change(before -> offer(before, discount, there)));
    List<Node> all = new ArrayList<>(List.of(label(words.text(Say.PRICE), "section"), offered));
    if (there) {
      all.add(inputs.number(discount.at("percent"), Say.DISCOUNT_PERCENT, 1, Say.PERCENT));
      all.add(inputs.words(discount.at("label"), Say.DISCOUNT_LABEL, false));
      all.add(new ConditionInput(inputs, discount.at("when"), Say.DISCOUNT_WHEN));
      all.add(paragraph(words.text(Say.DISCOUNT_EVERYBODY), "muted", "small"));
    } else {
      all.add(paragraph(words.text(Say.DISCOUNT_HINT), "muted", "small"));
    }
    all.add(inputs.faultsOf(discount));
    return all;
  }

  private static WorkflowText offer(WorkflowText before, JsonPath discount, boolean there) {
    return there
        ? before.remove(discount)
        : before.put(
            discount,
            Map.of("percent", 10L, "label", Map.of("en", "Discount", "hi", "छूट")));
  }

  /// A question may have a server asked, before it or after the answer.
  private List<Node> asking() {
    return List.of(
        label(inputs.words().text(Say.SERVER_ASK), "section"),
        inputs.choice(
            step.at("triggerTiming"),
            Say.SERVER_WHEN,
            List.of("BEFORE_STEP", "AFTER_STEP", "BOTH"),
            "AFTER_STEP",
            value -> inputs.words().named("timing", value)),
        ServerInputs.ofStep(inputs, step));
  }

  private List<Node> more() {
    List<Node> more = new ArrayList<>();
    JsonPath config = step.at("config");
    if (kind == StepKind.FORM || kind == StepKind.INFO) {
      more.add(inputs.words(config.at("button"), Say.BUTTON, false));
    }
    if (kind.asks()) {
      more.add(inputs.words(config.at("title"), Say.HEADING, false));
    }
    more.add(inputs.lineWith(config.at("dataKey"), Say.DATA_KEY, Say.DATA_KEY_HINT));
    if (!inBranch && kind != StepKind.SWITCH) {
      more.add(to(step.at("next"), Say.STEP_NEXT));
    }
    if (kind.asks()) {
      more.addAll(asking());
    }
    JsonPath undo = step.at("compensate");
    boolean acts = kind == StepKind.API_CALL && !inputs.isPrint();
    if (acts || undo.in(inputs.text().json()).isPresent()) {
      more.add(ServerInputs.compensation(inputs, undo));
    }
    return more;
  }
}

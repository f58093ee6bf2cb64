// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A step as the customer's phone shows it, 360 px wide. With an `answer` it can be filled in.
final class Phone extends VBox {
  private static final String SAMPLE_COLOUR = "#d55e00";

  private final Shown shown;
  private final Optional<Consumer<JsonObject>> answer;
  private final FlowWords words;
  private final List<PhoneField> fields = new ArrayList<>();

  /// What is to be seen: a step, in a language of the phone, as the `at`th of `of` questions, with what is
  /// known of the customer, the last answer and what was wrong with it.
  record Shown(
      JsonObject step,
      FlowWords language,
      int at,
      int of,
      JsonObject known,
      JsonObject typed,
      String message,
      List<StepError> errors) {
    /// Before anybody has answered.
    static Shown first(JsonObject step, FlowWords language, int at, int of) {
      return new Shown(step, language, at, of, JsonObject.EMPTY, JsonObject.EMPTY, "", List.of());
    }

    String said(String name) {
      return Samples.filled(language.said(step.object("config"), name), known);
    }
  }

  Phone(Shown shown, Optional<Consumer<JsonObject>> answer) {
    this.shown = shown;
    this.answer = answer;
    this.words = shown.language();
    getStyleClass().add("phone");
    VBox page = stack("phone-page", page().toArray(Node[]::new));
    VBox.setVgrow(page, Priority.ALWAYS);
    getChildren().addAll(top(), page, foot());
    if (answer.isEmpty()) {
      setMouseTransparent(true);
      setFocusTraversable(false);
      lookupAll("*").forEach(node -> node.setFocusTraversable(false));
    }
  }

  private Node top() {
    return row(
        "phone-top",
        icon(Feather.LOCK, "phone-good"),
        label(words.text(Say.PHONE_PRIVATE), "phone-private"),
        gap(),
        Shapes.dot(SAMPLE_COLOUR, 7),
        label(words.text(Say.PHONE_NAME), "strong"));
  }

  private StepKind kind() {
    return StepKind.of(shown.step().text("type").orElse("")).orElse(StepKind.INFO);
  }

  private List<Node> page() {
    List<Node> page = new ArrayList<>();
    if (kind().asks() && shown.of() > 1) {
      page.add(label(words.text(Say.PHONE_STEP, shown.at(), shown.of()), "phone-kicker"));
    }
    String heading = shown.said("title");
    String title = Samples.filled(words.said(shown.step(), "label"), shown.known());
    page.add(paragraph(heading.isEmpty() ? title : heading, "phone-title"));
    switch (kind()) {
      case FORM, INFO, CONFIRMATION -> asked(page);
      case PRINT_OPTIONS -> own(page, Feather.SLIDERS, Say.PHONE_OPTIONS);
      case PRINT_PAYMENT -> own(page, Feather.CREDIT_CARD, Say.PHONE_PAYMENT);
      case PRINT_OUTPUT -> own(page, Feather.PRINTER, Say.PHONE_OUTPUT);
      case VALIDATION, API_CALL, APPROVAL, WAIT -> waiting(page);
      case TASK, PARALLEL, SWITCH -> own(page, Feather.EYE_OFF, Say.PHONE_UNSEEN);
    }
    return page;
  }

  private void asked(List<Node> page) {
    String message = shown.said("message");
    if (!message.isEmpty()) {
      page.add(paragraph(message, "phone-says"));
    }
    if (!shown.message().isEmpty()) {
      page.add(
          row("phone-band", icon(Feather.ALERT_TRIANGLE), paragraph(shown.message(), "phone-says")));
    }
    for (JsonObject field : JsonPath.of("config.fields").items(shown.step())) {
      PhoneField drawn = new PhoneField(field, shown, answer.isPresent());
      fields.add(drawn);
      page.add(drawn);
    }
  }

  private void waiting(List<Node> page) {
    page.addFirst(icon(Feather.LOADER, "phone-own"));
    String message = shown.said("message");
    page.add(paragraph(message.isEmpty() ? words.text(Say.PHONE_WAIT) : message, "phone-says"));
  }

  private void own(List<Node> page, Feather picture, Say says) {
    page.addFirst(icon(picture, "phone-own"));
    page.add(paragraph(words.text(says), "phone-quiet"));
  }

  private Node foot() {
    VBox foot = stack("phone-foot");
    foot.setAlignment(Pos.CENTER);
    switch (kind()) {
      case FORM, INFO ->
          foot.getChildren()
              .add(button("try-go", "button", Say.PHONE_GO, true, () -> answered(Map.of())));
      case CONFIRMATION -> {
        Button no =
            button("try-no", "decline", Say.PHONE_NO, false, () -> answered(Map.of("accepted", false)));
        Button yes =
            button("try-go", "accept", Say.PHONE_YES, true, () -> answered(Map.of("accepted", true)));
        HBox ways = row("phone-ways", no, yes);
        HBox.setHgrow(no, Priority.ALWAYS);
        HBox.setHgrow(yes, Priority.ALWAYS);
        foot.getChildren().add(ways);
      }
      default -> foot.getChildren().add(label(words.text(Say.PHONE_NO_BUTTON), "phone-quiet"));
    }
    return foot;
  }

  private Button button(String id, String name, Say usual, boolean primary, Runnable action) {
    String own = shown.said(name);
    Button button = new Button(own.isEmpty() ? words.text(usual) : own);
    button.setId(answer.isPresent() ? id : null);
    button.getStyleClass().add(primary ? "phone-primary" : "phone-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void answered(Map<String, Object> also) {
    JsonObject values = new JsonObject(also);
    for (PhoneField field : fields) {
      Optional<Object> typed = field.value();
      if (typed.isPresent()) {
        values = values.with(field.key(), typed.get());
      }
    }
    JsonObject all = values;
    answer.ifPresent(taker -> taker.accept(all));
  }
}

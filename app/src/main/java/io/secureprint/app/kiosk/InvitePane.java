// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// "Scan to print": the code, what happens then, and that nothing is kept.
final class InvitePane extends VBox {
  private final BothLanguages words;
  private final QrPane qr;
  private final WifiPane wifi;
  private final Label address = label("", "kiosk-address");

  /// @param keepsCopy whether the printer is one that keeps what it prints
  InvitePane(BothLanguages words, boolean moving, boolean keepsCopy) {
    this.words = words;
    this.qr = new QrPane(moving);
    qr.setId("kiosk-session");
    this.wifi = new WifiPane(words, Side.BOTTOM);
    getStyleClass().add("invite");
    setAlignment(Pos.TOP_CENTER);
    getChildren().addAll(title(), codes(), where(), steps(), promise(keepsCopy));
  }

  void show(KioskTicket ticket) {
    qr.show(ticket.address());
    address.setText(ticket.page());
  }

  void showWifi(AgentConfig.Kiosk posted) {
    wifi.show(posted);
  }

  /// In the order in which they are scanned.
  private Node codes() {
    HBox codes = row("codes", wifi, qr);
    HBox.setHgrow(qr, Priority.ALWAYS);
    VBox.setVgrow(codes, Priority.ALWAYS);
    codes.setFillHeight(true);
    return codes;
  }

  private Node title() {
    VBox title =
        stack(
            "invite-title",
            label(words.first(Phrase.KIOSK_SCAN), "kiosk-title"),
            label(words.second(Phrase.KIOSK_SCAN), "kiosk-title-second"));
    title.setAlignment(Pos.CENTER);
    return title;
  }

  /// The page's address for people, and the languages it speaks.
  private Node where() {
    HBox where =
        row(
            "where",
            address,
            icon(Feather.GLOBE, "where-icon"),
            label(
                Language.ENGLISH.ownName() + " · " + Language.HINDI.ownName(), "kiosk-address"));
    where.setAlignment(Pos.CENTER);
    return where;
  }

  private Node steps() {
    HBox steps =
        row(
            "steps",
            step(Feather.SMARTPHONE, Phrase.KIOSK_STEP_SCAN),
            icon(Feather.ARROW_RIGHT, "step-arrow"),
            step(Feather.CREDIT_CARD, Phrase.KIOSK_STEP_PAY),
            icon(Feather.ARROW_RIGHT, "step-arrow"),
            step(Feather.PRINTER, Phrase.KIOSK_STEP_COLLECT));
    steps.setAlignment(Pos.CENTER);
    return steps;
  }

  private Node step(Feather picture, Phrase phrase) {
    VBox text =
        stack(
            "step-text",
            label(words.first(phrase), "step-words"),
            label(words.second(phrase), "step-words-second"));
    text.setAlignment(Pos.CENTER);
    VBox step = stack("step", icon(picture, "step-icon"), text);
    step.setAlignment(Pos.CENTER);
    return step;
  }

  private Node promise(boolean keepsCopy) {
    Phrase phrase = keepsCopy ? Phrase.KIOSK_KEEPS_COPY : Phrase.KIOSK_ERASED;
    String style = keepsCopy ? "keeps" : "erased";
    HBox promise =
        row(
            "erased",
            icon(keepsCopy ? Feather.ARCHIVE : Feather.SHIELD, style + "-icon"),
            label(words.first(phrase), style + "-words"),
            label("· " + words.second(phrase), style + "-words-second"));
    promise.setAlignment(Pos.CENTER);
    return promise;
  }
}

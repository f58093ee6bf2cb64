// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.pricing.PriceList;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Shapes;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.ZoneId;

/// The kiosk: code and invitation on two thirds, the people being served on one; below each other
/// where the screen stands upright.
public final class KioskView {
  private final InvitePane invite;
  private final PausePane pause;
  private final PayPane pay;
  private final ServingPane serving;
  private final StackPane face;
  private final GridPane thirds = new GridPane();
  private final Zoomed root;
  private final InstantSource clock;
  /// Held, since a mapped value that nobody holds is collected.
  private final ObservableValue<@Nullable PriceList> prices;

  /// What a kiosk is, whatever happens in the shop.
  ///
  /// @param moving false where the desktop asks for less motion
  public record Setting(String shop, Language language, ZoneId zone, boolean moving) {}

  public KioskView(KioskViewModel model, Setting setting, InstantSource clock) {
    this.clock = clock;
    BothLanguages words = BothLanguages.led(setting.language(), setting.zone());
    invite = new InvitePane(words, setting.moving(), model.keepsCopies());
    pause = new PausePane(words);
    pay = new PayPane(words, clock, model::onTick);
    serving = new ServingPane(setting.shop(), words);
    face = new StackPane(invite, pay, pause);
    TroubleBand band = new TroubleBand(words);
    BorderPane canvas = new BorderPane(thirds);
    NoticeBar notice = new NoticeBar();
    canvas.setTop(band);
    canvas.setBottom(notice);
    canvas.getStyleClass().add("kiosk");
    root = new Zoomed(canvas);
    root.portrait().subscribe(this::arrange);
    model.face().subscribe(this::show);
    model.tiles().subscribe(_ -> showServing(model));
    model.face().subscribe(_ -> showServing(model));
    prices = model.prices();
    prices.subscribe(serving::showPrices);
    model.notes().subscribe(band::show);
    model.posted().subscribe(invite::showWifi);
    model.posted().subscribe(pay::showWifi);
    model.posted().subscribe(posted -> notice.show(posted.notice()));
  }

  public Parent root() {
    return root;
  }

  private void show(KioskFace next) {
    Shapes.show(invite, next instanceof KioskFace.Inviting);
    Shapes.show(pay, next instanceof KioskFace.Paying);
    Shapes.show(
        pause, next instanceof KioskFace.Starting || next instanceof KioskFace.OutOfService);
    pay.stop();
    switch (next) {
      case KioskFace.Starting() -> pause.showStarting();
      case KioskFace.OutOfService closed -> pause.show(closed, clock.instant());
      case KioskFace.Inviting(var ticket) -> invite.show(ticket);
      case KioskFace.Paying paying -> pay.show(paying);
    }
  }

  private void showServing(KioskViewModel model) {
    serving.show(
        model.tiles().getValue(),
        !(model.face().getValue() instanceof KioskFace.OutOfService
            || model.face().getValue() instanceof KioskFace.Starting));
  }

  private void arrange(boolean portrait) {
    thirds.getChildren().clear();
    thirds.getColumnConstraints().clear();
    thirds.getRowConstraints().clear();
    if (portrait) {
      thirds.getColumnConstraints().add(column(100));
      thirds.getRowConstraints().addAll(row(60), row(40));
      thirds.addColumn(0, face, serving);
    } else {
      thirds.getColumnConstraints().addAll(column(66), column(34));
      thirds.getRowConstraints().add(row(100));
      thirds.addRow(0, face, serving);
    }
    serving.setColumns(portrait ? 2 : 1);
    pay.setWide(!portrait);
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static RowConstraints row(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}

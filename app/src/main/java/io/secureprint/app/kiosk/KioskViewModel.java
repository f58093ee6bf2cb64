// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.pricing.Prices.PriceView;
import io.secureprint.app.fx.Followed;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/// What customers see of the shop: one face at a time, the people being served, and what is wrong.
public final class KioskViewModel implements AutoCloseable {
  private final boolean keepsCopies;
  private final Followed<KioskTicket> ticket;
  private final Followed<List<SessionTile>> tiles;
  private final Followed<ShopStatus> status;
  private final Followed<List<PaymentTile>> payments;
  private final Followed<PriceView> prices;
  private final SimpleBooleanProperty paused = new SimpleBooleanProperty();
  private final ObservableValue<KioskFace> face;
  private final ObservableValue<List<Note>> notes;

  /// @param screen where properties may change
  public KioskViewModel(Desk desk, Prices prices, Executor screen) {
    keepsCopies = desk.keepsCopies();
    ticket = new Followed<>(desk.ticket(), screen);
    tiles = new Followed<>(desk.sessions(), screen);
    status = new Followed<>(desk.status(), screen);
    payments = new Followed<>(desk.payments(), screen);
    this.prices = new Followed<>(prices.view(), screen);
    face =
        Bindings.createObjectBinding(
            () ->
                paused.get()
                    ? new KioskFace.Starting()
                    : face(
                        ticket.property().get(),
                        status.property().get(),
                        payments.property().get()),
            paused,
            ticket.property(),
            status.property(),
            payments.property());
    notes = status.property().map(KioskViewModel::bandNotes);
  }

  boolean keepsCopies() {
    return keepsCopies;
  }

  ObservableValue<KioskFace> face() {
    return face;
  }

  ObservableValue<List<SessionTile>> tiles() {
    return tiles.property();
  }

  /// The prices that count now; null where they cannot be read.
  ObservableValue<@Nullable PriceList> prices() {
    return prices.property().map(view -> view.running().list());
  }

  /// What the band over everything may speak of, the oldest first; a closed shop has its own face.
  ObservableValue<List<Note>> notes() {
    return notes;
  }

  /// The shop opens in a moment.
  public void onPause() {
    paused.set(true);
  }

  @Override
  public void close() {
    ticket.close();
    tiles.close();
    status.close();
    payments.close();
    prices.close();
  }

  private static KioskFace face(
      KioskTicket ticket, ShopStatus status, List<PaymentTile> payments) {
    if (status.state() == ShopStatus.State.CLOSED) {
      return status.notes().stream()
          .filter(Note::closes)
          .min(Comparator.comparing(Note::since))
          .map(first -> new KioskFace.OutOfService(first.since(), first.code()))
          .orElseGet(() -> new KioskFace.OutOfService(null, null));
    }
    if (ticket.page().isEmpty()) {
      return new KioskFace.Starting();
    }
    return payments.isEmpty()
        ? new KioskFace.Inviting(ticket)
        : new KioskFace.Paying(payments.getFirst(), ticket);
  }

  private static List<Note> bandNotes(ShopStatus status) {
    return status.state() == ShopStatus.State.CLOSED
        ? List.of()
        : status.notes().stream().sorted(Comparator.comparing(Note::since)).toList();
  }
}

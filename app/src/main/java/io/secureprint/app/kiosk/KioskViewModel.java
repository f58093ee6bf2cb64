// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.AgentConfig;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// What customers see of the shop: one face at a time, the people being served, and what is wrong.
public final class KioskViewModel implements AutoCloseable {
  private final boolean keepsCopies;
  private final Followed<KioskTicket> ticket;
  private final Followed<List<SessionTile>> tiles;
  private final Followed<ShopStatus> status;
  private final Followed<List<PaymentTile>> payments;
  private final PayTurns turns;
  private final ReadOnlyObjectWrapper<PayTurns.Order> order;
  private final Subscription following;
  private final Followed<PriceView> prices;
  private final ReadOnlyObjectWrapper<AgentConfig.Kiosk> posted;
  private final SimpleBooleanProperty paused = new SimpleBooleanProperty();
  private final ObservableValue<KioskFace> face;
  private final ObservableValue<List<Note>> notes;

  /// @param posted what the shop says there of itself
  /// @param screen where properties may change
  public KioskViewModel(
      Desk desk, Prices prices, AgentConfig.Kiosk posted, InstantSource clock, Executor screen) {
    this.posted = new ReadOnlyObjectWrapper<>(posted);
    keepsCopies = desk.keepsCopies();
    ticket = new Followed<>(desk.ticket(), screen);
    tiles = new Followed<>(desk.sessions(), screen);
    status = new Followed<>(desk.status(), screen);
    payments = new Followed<>(desk.payments(), screen);
    turns = new PayTurns(clock);
    order = new ReadOnlyObjectWrapper<>(turns.of(List.of()));
    following = payments.property().subscribe(_ -> onTick());
    this.prices = new Followed<>(prices.view(), screen);
    face =
        Bindings.createObjectBinding(
            () ->
                paused.get()
                    ? new KioskFace.Starting()
                    : face(
                        ticket.property().get(),
                        status.property().get(),
                        order.get()),
            paused,
            ticket.property(),
            status.property(),
            order);
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

  /// The Wi-Fi to join first, and the shop's notice.
  ReadOnlyObjectProperty<AgentConfig.Kiosk> posted() {
    return posted.getReadOnlyProperty();
  }

  /// The owner has saved settings, by their full names.
  public void onSaved(Map<String, String> saved) {
    posted.set(posted.get().with(saved));
  }

  /// Time goes on: the next one's turn to pay may have come.
  void onTick() {
    order.set(turns.of(payments.property().get()));
  }

  /// The shop opens in a moment.
  public void onPause() {
    paused.set(true);
  }

  @Override
  public void close() {
    following.unsubscribe();
    ticket.close();
    tiles.close();
    status.close();
    payments.close();
    prices.close();
  }

  private static KioskFace face(
      KioskTicket ticket, ShopStatus status, PayTurns.Order order) {
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
    List<PaymentTile> paying = order.payments();
    return paying.isEmpty()
        ? new KioskFace.Inviting(ticket)
        : new KioskFace.Paying(
            paying.getFirst(), paying.subList(1, paying.size()), order.turn(), ticket);
  }

  private static List<Note> bandNotes(ShopStatus status) {
    return status.state() == ShopStatus.State.CLOSED
        ? List.of()
        : status.notes().stream().sorted(Comparator.comparing(Note::since)).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Observable;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The way into a shop: practice customers scan the kiosk's QR one after the other, each a fresh one.
/// Thread-safe.
final class ShopDoor {
  private final Observable<KioskTicket> ticket;
  private final Ids ids;
  private final Duration patience;
  private String used = "";

  /// `patience` is how long the shop may take to answer anything.
  ShopDoor(Observable<KioskTicket> ticket, Ids ids, Duration patience) {
    this.ticket = ticket;
    this.ids = ids;
    this.patience = patience;
  }

  /// A phone with the network address `from` scans and claims.
  synchronized Arrival enter(InetAddress from) {
    String address = fresh();
    used = address;
    PracticePhone phone = PracticePhone.scan(address, from, ids, patience);
    try {
      return new Arrival(phone, phone.claim());
    } catch (OffScript e) {
      phone.close();
      throw e;
    }
  }

  private String fresh() {
    String old = used;
    CompletableFuture<String> shown = new CompletableFuture<>();
    try (Observable.Subscription _ =
        ticket.observe(next -> {
          if (!next.address().equals("#") && !next.address().equals(old)) {
            shown.complete(next.address());
          }
        })) {
      return shown.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new OffScript("the kiosk shows no QR", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OffScript("interrupted", e);
    }
  }

  /// A phone inside, and what the shop said to it.
  record Arrival(PracticePhone phone, AgentMessage.Session session) {}
}

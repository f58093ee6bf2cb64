// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Soon;
import io.secureprint.agent.session.PrintSession;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is here: the visits under way, and the tiles that show them. Thread-safe.
final class VisitBook implements AutoCloseable {
  private final Map<String, Visit> byExecution = new ConcurrentHashMap<>();
  private final Observable<List<SessionTile>> tiles = new Observable<>(List.of());
  private final Observable<List<PaymentTile>> payments = new Observable<>(List.of());
  private final Soon refresh = new Soon("tiles", this::show);

  Collection<Visit> all() {
    return byExecution.values();
  }

  Optional<Visit> find(String executionId) {
    return Optional.ofNullable(byExecution.get(executionId));
  }

  Optional<Visit> of(PrintSession session) {
    return all().stream().filter(visit -> visit.session().equals(session)).findFirst();
  }

  Optional<Visit> bySession(String sessionId) {
    return all().stream().filter(visit -> visit.session().id().equals(sessionId)).findFirst();
  }

  void add(Visit visit) {
    byExecution.put(visit.executionId(), visit);
  }

  void remove(Visit visit) {
    byExecution.remove(visit.executionId());
  }

  /// Places came free for these sessions; the others moved up.
  void admitted(List<PrintSession> sessions) {
    sessions.forEach(session -> of(session).ifPresent(Visit::admitted));
    all().forEach(Visit::tellPlace);
  }

  Observable<List<SessionTile>> tiles() {
    return tiles;
  }

  /// Who is about to pay by UPI, first come first shown.
  Observable<List<PaymentTile>> payments() {
    return payments;
  }

  /// Something of what the tiles show is different.
  void refresh() {
    refresh.wish();
  }

  @Override
  public void close() {
    refresh.close();
  }

  private void show() {
    payments.set(
        all().stream()
            .flatMap(visit -> visit.payment().stream())
            .sorted(Comparator.comparing(PaymentTile::until))
            .toList());
    tiles.set(
        all().stream()
            .map(Visit::tile)
            .sorted(Comparator.comparing(SessionTile::since))
            .toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.store.KillRound.Acknowledged;

import org.jdbi.v3.core.Handle;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What must be true of the records that a killed engine leaves when everything has ended.
final class KilledRecords {
  private final Handle handle;
  private final List<String> world;
  private final List<Acknowledged> acknowledged;

  private KilledRecords(Handle handle, List<String> world, List<Acknowledged> acknowledged) {
    this.handle = handle;
    this.world = world;
    this.acknowledged = acknowledged;
  }

  /// How much was checked.
  record Counts(int executions, int acknowledged, int effects, long inDoubt) {}

  static Counts check(Path folder, List<Acknowledged> acknowledged) throws Exception {
    List<String> world = OutsideWorld.all(folder.resolve("world"));
    try (Database database = Database.open(folder);
        JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database)) {
      return unitOfWork.call(
          Durability.STEP,
          () -> new KilledRecords(unitOfWork.handle(), world, acknowledged).checked());
    }
  }

  private Counts checked() {
    noEffectHappensTwice();
    long inDoubt = theLedgerSaysWhatHappened();
    nothingAcknowledgedIsLost();
    Map<String, String> ended = everyExecutionEnds();
    everyExecutionHasItsStepsAndEventsInOrder(ended);
    return new Counts(ended.size(), acknowledged.size(), world.size(), inDoubt);
  }

  private void noEffectHappensTwice() {
    assertThat(world).as("effects").doesNotHaveDuplicates();
  }

  /// DONE has happened, ABORTED has not, nobody knows of IN_DOUBT, and nothing is left in between.
  private long theLedgerSaysWhatHappened() {
    Map<String, EffectState> ledger =
        handle.createQuery("select effect_key, state from effect")
            .map((row, _) -> Map.entry(row.getString(1), EffectState.valueOf(row.getString(2))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(ledger.keySet()).as("effects past the ledger").containsAll(world);
    ledger.forEach((key, state) -> {
      switch (state) {
        case DONE -> assertThat(world).contains(key);
        case IN_DOUBT -> assertThat(key).endsWith("/blind");
        case PREPARING, PREPARED, COMMITTING, ABORTED ->
            throw new AssertionError(key + " is " + state);
      }
    });
    return ledger.values().stream().filter(state -> state == EffectState.IN_DOUBT).count();
  }

  private void nothingAcknowledgedIsLost() {
    Map<String, String> started =
        texts("select dedupe_key, id from execution");
    Map<String, String> status = texts("select id, status from execution");
    Map<String, String> handled =
        texts("select execution_id || '/' || command_id, cast(handled as varchar(5)) from signal");
    for (Acknowledged told : acknowledged) {
      assertThat(started).as("%s", told).containsEntry(told.key(), told.id());
      if (told.command().equals("signal")) {
        assertThat(handled.get(told.id() + "/go")).as("%s", told).isEqualToIgnoringCase("true");
      }
      if (told.command().equals("cancel")) {
        assertThat(handled.get(told.id() + "/cancel"))
            .as("%s", told)
            .isEqualToIgnoringCase("true");
        assertThat(status).as("%s", told).containsEntry(told.id(), "CANCELLED");
      }
    }
  }

  private Map<String, String> everyExecutionEnds() {
    Map<String, String> status = texts("select id, status from execution");
    assertThat(status).doesNotContainValue("IN_PROGRESS").doesNotContainValue("PENDING");
    return status;
  }

  private void everyExecutionHasItsStepsAndEventsInOrder(Map<String, String> executions) {
    Map<String, List<String>> steps =
        lines(
            "select execution_id, step || ' ' || status || ' ' || attempt from step_execution"
                + " order by seq");
    Map<String, List<String>> events =
        lines("select aggregate_id, type || payload from event order by seq");
    executions.forEach(
        (id, status) ->
            new KilledHistory(
                    status,
                    steps.getOrDefault(id, List.of()),
                    events.getOrDefault(id, List.of()))
                .check(id));
  }

  private Map<String, String> texts(String sql) {
    Map<String, String> texts = new HashMap<>();
    handle.createQuery(sql)
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    return texts;
  }

  private Map<String, List<String>> lines(String sql) {
    return handle.createQuery(sql)
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}

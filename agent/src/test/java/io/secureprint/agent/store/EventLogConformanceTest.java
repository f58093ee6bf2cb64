// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What every event log promises those who go by it.
@OnBothDatabases
final class EventLogConformanceTest {
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private EventLog.WithPast log;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    log = new JdbcEventLog(unitOfWork, new SettableClock());
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void theNewestEventOfAnAggregateIsReadAsItWasWritten() throws Database.Unusable {
    EventLog.Event last = event("shop", "b", "ShopReopened", Map.of("left", "आ \"q\"", "n", 3L));
    unitOfWork.run(Durability.STEP, () -> {
      log.append(event("shop", "b", "ShopClosed", Map.of()));
      log.append(last);
      log.append(event("shop", "a", "ShopClosed", Map.of()));
      log.append(event("till", "b", "Opened", Map.of()));
    });
    assertThat(newest("shop", "b")).contains(last);
    close();
    open();
    assertThat(newest("shop", "b")).contains(last);
    assertThat(newest("shop", "c")).isEmpty();
  }

  @Test
  void anEventIsThereWithWhatItTellsOrNotAtAll() {
    assertThatThrownBy(() -> unitOfWork.run(Durability.BARRIER, () -> {
      log.append(event("shop", "a", "ShopClosed", Map.of()));
      throw new IllegalStateException("stop");
    })).hasMessage("stop");
    assertThat(newest("shop", "a")).isEmpty();
  }

  @Test
  void nobodyAppendsOutsideOfAUnit() {
    assertThatThrownBy(() -> log.append(event("shop", "a", "ShopClosed", Map.of())))
        .isInstanceOf(IllegalStateException.class);
  }

  private Optional<EventLog.Event> newest(String type, String id) {
    return unitOfWork.call(Durability.STEP, () -> log.newest(type, id));
  }

  private static EventLog.Event event(String of, String id, String type, Map<String, ?> payload) {
    return new EventLog.Event(of, id, type, payload, "asha", "c1");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static io.secureprint.agent.access.TestStaff.authorize;
import static io.secureprint.agent.access.TestStaff.enter;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcApiKeys;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;

/// Keys are the owner's to give, by name.
final class GuardedKeysTest {
  private static final ApiKeys.Wish BOOKS =
      new ApiKeys.Wish("Bookkeeping", "books", Set.of(ApiRole.AUDITOR), null);

  @TempDir private Path folder;

  @Test
  void aKeyIsGivenAndTakenByTheOwnersNameAlone() throws Exception {
    SettableClock clock = new SettableClock();
    TestStaff staff = new TestStaff(folder, clock, new ArrayList<>());
    staff.hire();
    Shift shift = staff.shift();
    enter(shift, "Ravi");
    shift.asksBy(_ -> false);
    try (Database database = Database.open(folder.resolve("database"));
        JdbcUnitOfWork work = new JdbcUnitOfWork(database)) {
      ApiKeys keys =
          new ApiKeys(
              new JdbcApiKeys(work), work, new JdbcEventLog(work, clock), Ids.secure(), clock);
      ProgramKeys guarded =
          new GuardedKeys(keys, new ShopApiKey(folder.resolve("api.key")), shift);
      assertThat(guarded.make(BOOKS, "console"))
          .isEqualTo(new ApiKeys.Outcome.Refused("PIN_NEEDED"));
      authorize(shift, Permission.LET_PROGRAMS_IN, "Asha");
      ApiKeys.Outcome.Made made = (ApiKeys.Outcome.Made) guarded.make(BOOKS, "console");
      assertThat(made.key().made().by()).isEqualTo("Asha");
      assertThat(keys.find(made.secret())).isPresent();
      shift.giveUp(Permission.LET_PROGRAMS_IN);
      assertThat(guarded.revoke(made.key().id(), "console")).contains("PIN_NEEDED");
      authorize(shift, Permission.LET_PROGRAMS_IN, "Asha");
      assertThat(guarded.revoke(made.key().id(), "console")).isEmpty();
      assertThat(guarded.revoke(made.key().id(), "console")).contains("API_KEY_UNKNOWN");
      assertThat(guarded.all()).hasSize(1);
      assertThat(keys.find(made.secret())).isEmpty();
    }
  }

  @Test
  void programsOfDifferentNamesNeverActForOneAnother() throws Exception {
    SettableClock clock = new SettableClock();
    try (Database database = Database.open(folder.resolve("database"));
        JdbcUnitOfWork work = new JdbcUnitOfWork(database)) {
      ApiKeys keys =
          new ApiKeys(
              new JdbcApiKeys(work), work, new JdbcEventLog(work, clock), Ids.secure(), clock);
      assertThat(subject(keys, "Stock list")).isEqualTo("stock-list");
      assertThat(subject(keys, "Stock-List!")).isEqualTo("stock-list-2");
      assertThat(subject(keys, "हिसाब")).isEqualTo("program");
      assertThat(subject(keys, "वेबसाइट")).isEqualTo("program-2");
      assertThat(subject(keys, "Shop")).isEqualTo("shop-2");
      keys.all().forEach(key -> keys.revoke(key.id(), "Asha"));
      assertThat(subject(keys, "दुकान")).isEqualTo("program-3");
      assertThat(subject(keys, "वेबसाइट")).isEqualTo("program-2");
    }
  }

  private static String subject(ApiKeys keys, String name) {
    ApiKeys.Wish wish = new ApiKeys.Wish(name, null, Set.of(ApiRole.AUDITOR), null);
    return ((ApiKeys.Outcome.Made) keys.make(wish, "Asha")).key().subject();
  }
}

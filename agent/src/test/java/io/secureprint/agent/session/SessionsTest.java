// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

final class SessionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final KeyVault vault = new KeyVault(Ids.secure());

  @Test
  void theTicketChangesEveryNinetySecondsAndTheOldOneStaysGoodForThirty() {
    Sessions sessions = sessions();
    String first = ticket(sessions);
    PrintSession behind = claimable(sessions).getFirst();
    clock.pass(Duration.ofSeconds(90));
    assertThat(ticket(sessions)).isEqualTo(first);
    clock.pass(SECOND);
    assertThat(ticket(sessions)).isNotEqualTo(first);
    clock.pass(Duration.ofSeconds(30));
    ticket(sessions);
    assertThat(sessions.find(behind.join().sid())).isPresent();
    clock.pass(SECOND);
    ticket(sessions);
    assertThat(sessions.find(behind.join().sid())).isEmpty();
    assertThat(behind.keys().add(new byte[] {1})).isEmpty();
  }

  @Test
  void aClaimMakesAFreshTicketAtOnce() {
    Sessions sessions = sessions();
    String first = ticket(sessions);
    claim(sessions);
    assertThat(ticket(sessions)).isNotEqualTo(first);
  }

  @Test
  void whatCustomersContextsTakeIsToldOfAll() {
    Sessions sessions = sessions();
    claim(sessions).context().put("quote", new byte[1_000]);
    PrintSession second = claim(sessions);
    second.context().put("quote", new byte[500]);
    assertThat(sessions.contextBytes()).isBetween(1_500L, 1_700L);
    sessions.ended(second);
    assertThat(sessions.contextBytes()).isBetween(1_000L, 1_100L);
  }

  @Test
  void onlyTheFirstPhoneGetsTheSession() {
    Sessions sessions = sessions();
    ticket(sessions);
    PrintSession session = claimable(sessions).getFirst();
    assertThat(sessions.claim(session)).isEqualTo(Sessions.Claim.GIVEN);
    assertThat(sessions.claim(session)).isEqualTo(Sessions.Claim.TAKEN);
  }

  @Test
  void theNinthCustomerWaitsAndComesInWhenAPlaceIsFree() {
    Sessions sessions = sessions();
    List<PrintSession> inside = new ArrayList<>();
    for (int i = 0; i < SessionLimits.DEFAULTS.sessions(); i++) {
      inside.add(claim(sessions));
    }
    PrintSession ninth = claim(sessions);
    PrintSession tenth = claim(sessions);
    assertThat(sessions.place(inside.getLast())).isZero();
    assertThat(sessions.place(ninth)).isEqualTo(1);
    assertThat(sessions.place(tenth)).isEqualTo(2);
    assertThat(sessions.ended(inside.getFirst())).containsExactly(ninth);
    assertThat(sessions.place(tenth)).isEqualTo(1);
  }

  @Test
  void whoWaitsOutsideIsNotTimedOutAndHasItsWholeTimeOnceInside() {
    Sessions sessions = sessions();
    List<PrintSession> inside = new ArrayList<>();
    for (int i = 0; i < SessionLimits.DEFAULTS.sessions(); i++) {
      inside.add(claim(sessions));
    }
    PrintSession ninth = claim(sessions);
    clock.pass(Duration.ofHours(2));
    assertThat(ninth.overdue(clock.instant())).isEmpty();
    sessions.ended(inside.getFirst());
    clock.pass(Duration.ofMinutes(10));
    assertThat(ninth.overdue(clock.instant())).isEmpty();
    clock.pass(SECOND);
    assertThat(ninth.overdue(clock.instant())).hasValue(EndReason.IDLE);
  }

  @Test
  void aFullLineIsToldApartFromACodeThatIsTaken() {
    Sessions sessions = sessions();
    for (int i = 0; i < SessionLimits.DEFAULTS.sessions() + 24; i++) {
      claim(sessions);
    }
    ticket(sessions);
    assertThat(sessions.claim(claimable(sessions).getLast())).isEqualTo(Sessions.Claim.FULL);
  }

  @Test
  void noTwoLiveSessionsHaveTheSameName() {
    Sessions sessions = sessions();
    List<EasyName> names = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      names.add(claim(sessions).name());
    }
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names.stream().limit(8).map(EasyName::colour)).doesNotHaveDuplicates();
  }

  @Test
  void aClosedShopHasNoTicketAndVoidsTheOneOnTheScreen() {
    Sessions sessions = sessions();
    ticket(sessions);
    PrintSession shown = claimable(sessions).getFirst();
    sessions.close();
    assertThat(sessions.ticket()).isEmpty();
    assertThat(sessions.find(shown.join().sid())).isEmpty();
    sessions.reopen();
    assertThat(sessions.ticket()).isPresent();
  }

  @Test
  void anIdleSessionIsOverdueAfterTenMinutes() {
    PrintSession session = claim(sessions());
    clock.pass(Duration.ofMinutes(10));
    assertThat(session.overdue(clock.instant())).isEmpty();
    clock.pass(SECOND);
    assertThat(session.overdue(clock.instant())).hasValue(EndReason.IDLE);
  }

  @Test
  void aPhoneThatIsGoneForThreeMinutesLosesItsSession() {
    PrintSession session = claim(sessions());
    session.disconnected(clock.instant());
    clock.pass(Duration.ofMinutes(3).plus(SECOND));
    assertThat(session.overdue(clock.instant())).hasValue(EndReason.GONE);
    session.connected(clock.instant());
    assertThat(session.overdue(clock.instant())).isEmpty();
  }

  @Test
  void anActiveSessionEndsAfterItsWholeLife() {
    PrintSession session = claim(sessions());
    for (int minute = 0; minute < 60; minute++) {
      clock.pass(Duration.ofMinutes(1));
      session.active(clock.instant());
    }
    assertThat(session.overdue(clock.instant())).isEmpty();
    clock.pass(SECOND);
    session.active(clock.instant());
    assertThat(session.overdue(clock.instant())).hasValue(EndReason.EXPIRED);
  }

  @Test
  void theClocksStandStillWhileAPaymentIsAwaited() {
    PrintSession session = claim(sessions());
    session.disconnected(clock.instant());
    session.move(SessionState.AWAITING, clock.instant());
    clock.pass(Duration.ofHours(2));
    assertThat(session.overdue(clock.instant())).isEmpty();
    session.move(SessionState.CLAIMED, clock.instant());
    assertThat(session.overdue(clock.instant())).isEmpty();
    clock.pass(Duration.ofMinutes(3).plus(SECOND));
    assertThat(session.overdue(clock.instant())).hasValue(EndReason.GONE);
  }

  static JoinKeys.Made join(byte[] staticPrivate, byte[] secret) {
    String name = HexFormat.of().formatHex(secret);
    return new JoinKeys.Made(name, name, staticPrivate.clone());
  }

  private Sessions sessions() {
    return new Sessions(
        SessionLimits.DEFAULTS, folder, vault, Ids.secure(), clock, SessionsTest::join);
  }

  private static String ticket(Sessions sessions) {
    return sessions.ticket().map(Sessions.Ticket::fragment).orElseThrow();
  }

  private static PrintSession claim(Sessions sessions) {
    ticket(sessions);
    PrintSession session = claimable(sessions).getLast();
    assertThat(sessions.claim(session)).isEqualTo(Sessions.Claim.GIVEN);
    return session;
  }

  private static List<PrintSession> claimable(Sessions sessions) {
    return sessions.open();
  }
}

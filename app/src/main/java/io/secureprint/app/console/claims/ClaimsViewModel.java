// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.Owed.Way;
import io.secureprint.agent.journey.RefundTile;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The open claims, the money on its way back, and what came of the last attempt to settle a claim.
public final class ClaimsViewModel implements AutoCloseable {
  /// Only here it is certain that nothing (more) is on paper.
  private static final String NOT_PRINTED = "PAID_NOT_PRINTED";
  private static final String IN_DOUBT = "PRINT_IN_DOUBT";

  private final Owed owed;
  private final String actor;
  private final InstantSource clock;
  private final Background background;
  private final Followed<List<ClaimTile>> open;
  private final Followed<List<RefundTile>> refunds;
  private final ReadOnlyObjectWrapper<Said> said =
      new ReadOnlyObjectWrapper<>(new Said.Nothing());

  /// @param actor who acts at this console, for the books
  /// @param screen where properties may change
  public ClaimsViewModel(
      Owed owed, String actor, InstantSource clock, Background background, Executor screen) {
    this.owed = owed;
    this.actor = actor;
    this.clock = clock;
    this.background = background;
    this.open = new Followed<>(owed.claims(), screen);
    this.refunds = new Followed<>(owed.refunds(), screen);
  }

  /// Oldest first.
  public ReadOnlyObjectProperty<List<ClaimTile>> open() {
    return open.property();
  }

  /// Oldest first.
  ReadOnlyObjectProperty<List<RefundTile>> refunds() {
    return refunds.property();
  }

  ReadOnlyObjectProperty<Said> said() {
    return said.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// The way that is offered first: through the gateway, where it can give anything back.
  static Way first(ClaimTile claim) {
    return claim.ways().byGateway().equals(Paise.ZERO) ? Way.HAND : Way.GATEWAY;
  }

  /// What else a person may do, the likeliest first.
  static List<Way> others(ClaimTile claim) {
    List<Way> ways = new ArrayList<>();
    if (claim.ways().part() != null) {
      if (!claim.ways().partByGateway().equals(Paise.ZERO)) {
        ways.add(Way.GATEWAY_PART);
      }
      ways.add(Way.HAND_PART);
    }
    if (first(claim) == Way.GATEWAY) {
      ways.add(Way.HAND);
    }
    if (claim.ways().part() != null) {
      ways.add(Way.CREDIT_PART);
    }
    ways.add(Way.CREDIT);
    return ways;
  }

  /// Whether the sheets may be there after all.
  static boolean mayBePrinted(ClaimTile claim) {
    return claim.code().equals(IN_DOUBT)
        || (claim.code().equals(NOT_PRINTED) && claim.sides() > 0);
  }

  /// How much a way settles.
  static Paise amount(ClaimTile claim, Way way) {
    Paise part = claim.ways().part();
    return part != null && isPart(way) ? part : claim.amount();
  }

  /// Whether it settles only what did not print.
  static boolean isPart(Way way) {
    return way == Way.GATEWAY_PART || way == Way.HAND_PART || way == Way.CREDIT_PART;
  }

  /// @param seen the claim whose amount the person saw while holding the button
  void onSettle(ClaimTile seen, Way way) {
    background.run(
        () -> owed.settle(seen.id(), way, amount(seen, way), actor),
        answer ->
            said.set(
                switch (answer) {
                  case Owed.Settled.Done(Paise byHand) -> done(way, byHand);
                  case Owed.Settled.Credited(String brief, Paise amount) ->
                      new Said.Credited(brief, amount);
                  case Owed.Settled.Refused(String code) -> new Said.Refused(code);
                }),
        () -> said.set(new Said.Refused("INTERNAL")));
  }

  /// Whoever gives all of it by hand knows that already.
  private static Said done(Way way, Paise byHand) {
    boolean more = way == Way.GATEWAY || way == Way.GATEWAY_PART;
    return more && !byHand.equals(Paise.ZERO) ? new Said.HandOver(byHand) : new Said.Nothing();
  }

  @Override
  public void close() {
    open.close();
    refunds.close();
  }

  /// What came of the last attempt.
  sealed interface Said {
    record Nothing() implements Said {}

    /// The gateway could not give all of it back: the rest is for the person to hand over.
    record HandOver(Paise rest) implements Said {}

    /// It is a credit now, whose code the customer has to write down.
    record Credited(String brief, Paise amount) implements Said {}

    record Refused(String code) implements Said {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claim.Share;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Refund;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.Settlement;

import java.util.List;
import java.util.Optional;

/// The claims and refunds as the screens see them.
final class OwedDesk implements Owed {
  private final Claims claims;
  private final Refunds refunds;
  private final Observable<List<ClaimTile>> open = new Observable<>(List.of());
  private final Observable<List<RefundTile>> underWay = new Observable<>(List.of());

  OwedDesk(Claims claims, Refunds refunds) {
    this.claims = claims;
    this.refunds = refunds;
  }

  @Override
  public Observable<List<ClaimTile>> claims() {
    return open;
  }

  @Override
  public Observable<List<RefundTile>> refunds() {
    return underWay;
  }

  @Override
  public Optional<ClaimTile> credit(String brief) {
    return claims.ofCredit(brief).map(OwedDesk::tile);
  }

  @Override
  public Settled settle(String claimId, Way way, Paise seen, String actor) {
    Claims.Settled settled =
        claims.settle(
            new Claims.Wish(claimId, how(way), share(way), seen, actor));
    refresh();
    return switch (settled) {
      case Claims.Settled.Done(Paise byHand) -> new Settled.Done(byHand);
      case Claims.Settled.Credited(String brief, Paise amount) ->
          new Settled.Credited(brief, amount);
      case Claims.Settled.Refused(String code) -> new Settled.Refused(code);
    };
  }

  /// Shows what there is now. Called every few seconds.
  void refresh() {
    show(open, claims.open().stream().map(OwedDesk::tile).toList());
    show(underWay, refunds.shown().stream().map(OwedDesk::tile).toList());
  }

  private static <T> void show(Observable<List<T>> shown, List<T> now) {
    if (!now.equals(shown.get())) {
      shown.set(now);
    }
  }

  private static Settlement how(Way way) {
    return switch (way) {
      case GATEWAY, GATEWAY_PART -> Settlement.REFUNDED;
      case HAND, HAND_PART -> Settlement.RETURNED;
      case CREDIT, CREDIT_PART -> Settlement.CREDIT;
      case PRINTED -> Settlement.PRINTED;
    };
  }

  private static Share share(Way way) {
    return switch (way) {
      case GATEWAY, HAND, CREDIT, PRINTED -> Share.ALL;
      case GATEWAY_PART, HAND_PART, CREDIT_PART -> Share.UNPRINTED;
    };
  }

  private static ClaimTile tile(Claims.Open open) {
    Claim claim = open.claim();
    return new ClaimTile(
        claim.id(),
        claim.name(),
        claim.amount(),
        claim.code(),
        claim.paper().out(),
        claim.since(),
        new ClaimTile.Ways(
            open.byGateway(), claim.unprinted().orElse(null), open.partByGateway()));
  }

  private static RefundTile tile(Refunds.Shown shown) {
    Refund refund = shown.refund();
    RefundTile.State state =
        switch (refund.state()) {
          case DUE, FAILED -> RefundTile.State.SENDING;
          case PENDING -> RefundTile.State.PENDING;
          case PROCESSED -> RefundTile.State.PROCESSED;
        };
    return new RefundTile(refund.id(), shown.name(), refund.amount(), state, refund.since());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.ClaimTile.Ways;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.RefundTile;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a shop in memory owes: what a test sets is what the screens see, and what they ask is written
/// down.
public final class SampleOwed implements Owed {
  private static final Instant NOW = SampleShop.NOW;

  public final Observable<List<ClaimTile>> claims = new Observable<>(List.of());
  public final Observable<List<RefundTile>> refunds = new Observable<>(List.of());
  public final List<String> asked = new ArrayList<>();
  public Settled answer = new Settled.Done(Paise.ZERO);
  public boolean broken;

  /// How a person has settled the first claim before the screen is drawn.
  public @Nullable Way settled;

  @Override
  public Observable<List<ClaimTile>> claims() {
    return claims;
  }

  @Override
  public Observable<List<RefundTile>> refunds() {
    return refunds;
  }

  @Override
  public Optional<ClaimTile> credit(String brief) {
    return Optional.empty();
  }

  @Override
  public Settled settle(String claimId, Way way, Paise seen, String actor) {
    asked.add(way + " " + claimId + " " + seen.value() + " " + actor);
    if (broken) {
      throw new IllegalStateException("the agent is gone");
    }
    return answer;
  }

  /// One print that failed, and one that nobody can tell of, both paid in cash.
  public static List<ClaimTile> inCash() {
    return List.of(
        claim("execution-7", "Red Papaya", 4_600, "PAID_NOT_PRINTED", 0, 95, Ways.BY_HAND),
        claim("execution-9", "Blue Mango", 1_200, "PRINT_IN_DOUBT", 3, 12, Ways.BY_HAND));
  }

  /// A print of which a part came out, and a refund that failed, both paid by a gateway.
  public static List<ClaimTile> byGateway() {
    return List.of(
        claim(
            "execution-7", "Red Papaya", 4_600, "PAID_NOT_PRINTED", 4, 95,
            new Ways(new Paise(4_000), new Paise(3_067), new Paise(3_067))),
        claim(
            "rf-1-1", "Grey Melon", 12_050, "REFUND_FAILED", 0, 2_000,
            new Ways(new Paise(12_050), null, Paise.ZERO)));
  }

  public static List<RefundTile> onTheirWay() {
    return List.of(
        refund("rf-2-1", "Pink Lychee", 9_900, RefundTile.State.PROCESSED),
        refund("rf-3-1", "Green Guava", 1_500, RefundTile.State.PROCESSED),
        refund("rf-4-1", "Sky Plum", 2_250, RefundTile.State.PENDING),
        refund("rf-5-1", "Blue Mango", 700, RefundTile.State.SENDING));
  }

  private static ClaimTile claim(
      String id, String name, long paise, String code, int sides, long minutes, Ways ways) {
    return new ClaimTile(
        id, name, new Paise(paise), code, sides, NOW.minusSeconds(minutes * 60), ways);
  }

  private static RefundTile refund(String id, String name, long paise, RefundTile.State state) {
    return new RefundTile(id, name, new Paise(paise), state, NOW.minusSeconds(600));
  }
}

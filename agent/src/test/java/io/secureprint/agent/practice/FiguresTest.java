// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

final class FiguresTest {
  @Test
  void percentilesAreTheNearestRank() {
    long[] hundred = LongStream.rangeClosed(1, 100).toArray();
    assertThat(Figures.percentile(hundred, 50)).isEqualTo(50);
    assertThat(Figures.percentile(hundred, 95)).isEqualTo(95);
    assertThat(Figures.percentile(new long[] {7, 9}, 50)).isEqualTo(7);
    assertThat(Figures.percentile(new long[] {7, 9}, 95)).isEqualTo(9);
    assertThat(Figures.percentile(new long[] {7}, 50)).isEqualTo(7);
  }

  @Test
  void whoDidNotComeCountsForNothing() {
    Figures figures =
        Figures.of(
            List.of(
                customer("printed", 100), customer("printed", 300), customer("gone", 200),
                CustomerReport.skipped(part(), "no paper")),
            List.of(row(null), row("SESSION_GONE"), row("SESSION_GONE")));
    assertThat(figures.customers()).isEqualTo(3);
    assertThat(figures.printed()).isEqualTo(2);
    assertThat(figures.successRate()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.stages())
        .containsExactly(new Figures.StageFigures("upload", 3, 200, 300));
    assertThat(figures.errors())
        .containsExactly(
            new Figures.ErrorCount("SESSION_GONE", 2), new Figures.ErrorCount("media-empty", 3));
  }

  @Test
  void aReceiptThatIsNotTheShopsMakesNobodyHappy() {
    CustomerReport.Receipt forged = CustomerReport.Receipt.of("sps-receipt/1\n{}\n\n— x y\n", "key");
    assertThat(forged.verified()).isFalse();
    assertThat(
            CustomerReport.of(part(), null, null, List.of(), List.of(), forged, null).ok())
        .isFalse();
  }

  private static CustomerReport customer(String ended, long uploadMs) {
    return CustomerReport.of(
        part(),
        null,
        null,
        List.of(new Watch.Took(Phase.UPLOAD, Duration.ofMillis(uploadMs))),
        List.of("media-empty"),
        new CustomerReport.Receipt(true, true, ended, ""),
        null);
  }

  private static CustomerReport.Part part() {
    return new CustomerReport.Part(Person.ASHA, Scene.UPI, CustomerReport.PRINTED);
  }

  private static History.Row row(@Nullable String code) {
    return new History.Row(
        "e", "c", "print-journey", "Blue Mango", "COMPLETED", code, 1, 1, Paise.ZERO,
        Instant.EPOCH, null);
  }
}

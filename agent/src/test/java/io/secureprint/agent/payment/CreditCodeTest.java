// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The codes of credits, and how far a credit goes.
final class CreditCodeTest {
  private static final byte[] KEY = new byte[32];

  @Test
  void theSameClaimHasTheSameCodeUnderOneKeyAndAnotherUnderAnother() {
    byte[] other = new byte[32];
    other[0] = 1;
    CreditCode code = CreditCode.of("claim", KEY);
    assertThat(code.hash()).isEqualTo(CreditCode.of("claim", KEY).hash());
    assertThat(code.hash()).isNotEqualTo(CreditCode.of("claim", other).hash());
    assertThat(code.hash()).isNotEqualTo(CreditCode.of("claim2", KEY).hash());
    assertThat(code.toString()).isEqualTo("CreditCode[]");
  }

  @Test
  void aBriefCodeIsReadHoweverItIsTypedAndDiffersForEachClaim() {
    CreditCode code = CreditCode.of("claim", KEY);
    assertThat(code.brief()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    Optional<String> hash = CreditCode.briefHash(code.brief());
    assertThat(hash).isPresent();
    assertThat(CreditCode.briefHash(" " + code.brief().toLowerCase(Locale.ROOT).replace("-", " ")))
        .isEqualTo(hash);
    assertThat(CreditCode.briefHash("OIL0-1234")).isEqualTo(CreditCode.briefHash("0110-1234"));
    Set<String> all = new HashSet<>();
    for (int claim = 0; claim < 1_000; claim++) {
      all.add(CreditCode.of("claim" + claim, KEY).brief());
    }
    assertThat(all).hasSize(1_000);
  }

  @Test
  void whatIsNoBriefCodeIsNotLookedFor() {
    for (String typed : new String[] {"", "K7MP-3QX", "K7MP-3QXDD", "K7MP-3QXU", "K7MP 3Q!D"}) {
      assertThat(CreditCode.briefHash(typed)).as(typed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 3000, 3000, 2000",
    "3000, 5000, 3000,    0",
    "3000, 3000, 3000,    0",
    "2000, 1950, 1900,  100",
    "2000, 1900, 1900,  100",
    "2000,    0,    0, 2000",
    " 150,   60,   50,  100",
    "  60,   50,    0,   60"
  })
  void aCreditPaysAsMuchAsItCanAndLeavesNothingOrARupee(
      long total, long worth, long used, long rest) {
    assertThat(CreditPlan.of(new Paise(total), new Paise(worth)))
        .isEqualTo(new CreditPlan(new Paise(used), new Paise(rest)));
  }
}

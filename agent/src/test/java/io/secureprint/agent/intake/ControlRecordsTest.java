// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.intake.ControlRecords.Joined;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/// Cutting and joining control messages.
class ControlRecordsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 8_190, 8_191, 131_040})
  void aMessageJoinsToWhatItWas(int length) {
    byte[] message = new byte[length];
    new Random(length).nextBytes(message);
    List<byte[]> records = ControlRecords.cut(message, ControlRecords.MOST_FROM_AGENT);
    ControlRecords joining = new ControlRecords(ControlRecords.MOST_FROM_AGENT);
    for (byte[] record : records.subList(0, records.size() - 1)) {
      assertThat(record).hasSize(ControlRecords.RECORD_BYTES);
      assertThat(joining.add(record)).isInstanceOf(Joined.Partial.class);
    }
    assertThat(joining.add(records.getLast()))
        .isInstanceOfSatisfying(
            Joined.Whole.class, whole -> assertThat(whole.message()).isEqualTo(message));
  }

  @Test
  void aMessageTooLongForItsRecordsIsNotCut() {
    assertThatThrownBy(() -> ControlRecords.cut(new byte[131_041], 32))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreRecordsThanAllowedAreBroken() {
    ControlRecords joining = new ControlRecords(2);
    assertThat(joining.add(new byte[] {1, 7})).isInstanceOf(Joined.Partial.class);
    assertThat(joining.add(new byte[] {1, 7})).isInstanceOf(Joined.Broken.class);
  }

  @Test
  void aRecordWithoutProperMoreByteIsBroken() {
    ControlRecords joining = new ControlRecords(4);
    assertThat(joining.add(new byte[0])).isInstanceOf(Joined.Broken.class);
    assertThat(joining.add(new byte[] {2})).isInstanceOf(Joined.Broken.class);
    assertThat(joining.add(new byte[] {-1})).isInstanceOf(Joined.Broken.class);
    assertThat(joining.add(new byte[4_097])).isInstanceOf(Joined.Broken.class);
  }
}

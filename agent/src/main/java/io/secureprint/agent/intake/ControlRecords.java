// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a control message into records and joins records into a message: each record is a more-byte
/// and a part (`docs/protocol.md` section 3).
public final class ControlRecords {
  /// The length of a record in clear, more-byte included.
  public static final int RECORD_BYTES = 4_096;
  public static final int MOST_FROM_PHONE = 4;
  public static final int MOST_FROM_AGENT = 32;
  private static final int PART_BYTES = RECORD_BYTES - 1;
  private static final byte LAST = 0;
  private static final byte MORE = 1;

  private final int most;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private int count;

  /// Joins messages of at most `most` records.
  public ControlRecords(int most) {
    this.most = most;
  }

  /// The records of one message, in clear and in order.
  public static List<byte[]> cut(byte[] message, int most) {
    int count = Math.max(1, Math.ceilDiv(message.length, PART_BYTES));
    if (count > most) {
      throw new IllegalArgumentException("control message of " + message.length + " bytes");
    }
    List<byte[]> records = new ArrayList<>(count);
    for (int at = 0; records.size() < count; at += PART_BYTES) {
      int length = Math.min(PART_BYTES, message.length - at);
      byte[] record = new byte[1 + length];
      record[0] = records.size() + 1 < count ? MORE : LAST;
      System.arraycopy(message, at, record, 1, length);
      records.add(record);
    }
    return records;
  }

  /// Takes the next record in clear.
  public Joined add(byte[] record) {
    if (record.length == 0 || record.length > RECORD_BYTES || record[0] < LAST || record[0] > MORE) {
      return new Joined.Broken("malformed record");
    }
    count++;
    if (count > most || (record[0] == MORE && count == most)) {
      return new Joined.Broken("more than " + most + " records");
    }
    parts.write(record, 1, record.length - 1);
    if (record[0] == MORE) {
      return new Joined.Partial();
    }
    byte[] message = parts.toByteArray();
    parts.reset();
    count = 0;
    return new Joined.Whole(message);
  }

  /// Where the message stands after a record.
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared or printed
  public sealed interface Joined {
    record Partial() implements Joined {}

    record Whole(byte[] message) implements Joined {
      /// Passwords pass here: cleared once they are read.
      void clear() {
        Arrays.fill(message, (byte) 0);
      }
    }

    record Broken(String why) implements Joined {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Frames between the socket's thread, which must never block, and the connection's own. Bounded by
/// the credit for chunks and by a count for everything else.
final class Inbox {
  /// Far more than a phone has reason to send before it is answered.
  static final int MOST_WITHOUT_CREDIT = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
  private final Credit credit;
  private int withoutCredit;
  private boolean ended;
  private @Nullable CloseCode broken;

  Inbox(Credit credit) {
    this.credit = credit;
  }

  /// Takes a frame over, or ends the inbox when there is no room for it. Does not block.
  void offer(byte[] frame) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      if (isChunk(frame)) {
        if (!credit.spend(frame.length)) {
          end(CloseCode.CREDIT_EXCEEDED);
          return;
        }
      } else if (++withoutCredit > MOST_WITHOUT_CREDIT) {
        end(CloseCode.LIMIT_REACHED);
        return;
      }
      frames.add(frame);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// The next frame; empty when none came in time or the inbox has ended.
  Optional<byte[]> take(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (frames.isEmpty() && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      byte[] frame = frames.poll();
      if (frame != null && !isChunk(frame)) {
        withoutCredit--;
      }
      return Optional.ofNullable(frame);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      end(null);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Drops what is left; `because` is the violation behind it, if it was one.
  void end(@Nullable CloseCode because) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        broken = because;
        frames.clear();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// The violation that ended it.
  Optional<CloseCode> broken() {
    lock.lock();
    try {
      return Optional.ofNullable(broken);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isChunk(byte[] frame) {
    return frame.length > 0 && frame[0] == PhoneFrame.CHUNK;
  }
}

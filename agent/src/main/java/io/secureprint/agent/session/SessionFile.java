// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.SegmentKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file of a session: which chunks have come, under which segment keys, and what the worker
/// found in it. Guarded by its session's lock.
public final class SessionFile {
  /// A file whose seal was broken in transit is asked for again so many times.
  static final int MAX_REPEATS = 2;

  private final int fid;
  private final String name;
  private final long size;
  private final List<Segment> segments = new ArrayList<>();
  private FileStatus status = FileStatus.RECEIVING;
  private int next;
  private int repeats;
  private @Nullable String code;
  private @Nullable DocumentFacts facts;

  SessionFile(int fid, String name, long size) {
    this.fid = fid;
    this.name = name;
    this.size = size;
  }

  public int fid() {
    return fid;
  }

  /// As the phone named it: for that phone only, never logged, stored or shown in the shop.
  public String name() {
    return name;
  }

  public long size() {
    return size;
  }

  /// The file chunk that is expected next.
  public int next() {
    return next;
  }

  public FileStatus status() {
    return status;
  }

  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  public Optional<DocumentFacts> facts() {
    return Optional.ofNullable(facts);
  }

  public int chunks() {
    return (int) ((size + 65_535) / 65_536);
  }

  /// A new segment may start only at the chunk that is expected, with a number never used before.
  boolean begins(int segment, int start) {
    boolean inTurn = segments.isEmpty() || segment > segments.getLast().number;
    return start == next && inTurn
        && (status == FileStatus.RECEIVING || status == FileStatus.RETRY);
  }

  void beginSegment(int segment, KeyRing.Key key, byte[] nonce) {
    moveTo(FileStatus.RECEIVING);
    dropEmptySegment();
    segments.add(new Segment(segment, key, nonce.clone(), next));
  }

  boolean expects(int segment, int index) {
    return status == FileStatus.RECEIVING
        && !segments.isEmpty()
        && segments.getLast().number == segment
        && index == next - segments.getLast().start
        && next < chunks();
  }

  void received() {
    next++;
  }

  boolean complete(int chunks, long claimed) {
    return status == FileStatus.RECEIVING && claimed == size && chunks == chunks() && next == chunks;
  }

  void checking() {
    moveTo(FileStatus.CHECKING);
    code = null;
  }

  void ready(DocumentFacts found) {
    moveTo(FileStatus.READY);
    facts = found;
  }

  void needsPassword(String why) {
    moveTo(FileStatus.PASSWORD);
    code = why;
  }

  void refused(String why) {
    moveTo(FileStatus.REFUSED);
    code = why;
  }

  /// Taken back: its keys die at once.
  void removed() {
    moveTo(FileStatus.REMOVED);
    segments.forEach(segment -> segment.key.drop());
    segments.clear();
  }

  /// The seal of `chunk` did not open: false when it has been tried often enough.
  boolean repeatFrom(int chunk) {
    if (++repeats > MAX_REPEATS) {
      refused("FILE_DAMAGED");
      return false;
    }
    moveTo(FileStatus.RETRY);
    next = chunk;
    segments.stream().filter(segment -> segment.start >= chunk).forEach(s -> s.key.drop());
    segments.removeIf(segment -> segment.start >= chunk);
    return true;
  }

  /// The keys for a worker; empty once they are destroyed.
  Optional<List<SegmentKey>> keys() {
    List<SegmentKey> keys = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int end = i + 1 < segments.size() ? segments.get(i + 1).start : next;
      Optional<byte[]> key = segment.key.copy();
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(new SegmentKey(key.get(), segment.nonce, segment.start, end - segment.start));
    }
    return Optional.of(keys);
  }

  private void dropEmptySegment() {
    if (!segments.isEmpty() && segments.getLast().start == next) {
      segments.removeLast().key.drop();
    }
  }

  private void moveTo(FileStatus to) {
    status = FileStatus.LIFECYCLE.move(status, to);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared or printed
  private record Segment(int number, KeyRing.Key key, byte[] nonce, int start) {}
}

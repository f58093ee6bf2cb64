// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.SegmentKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

final class PrintSessionTest {
  private static final long TWO_CHUNKS = 65_537;

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private PrintSession session;

  @BeforeEach
  void claimASession() {
    Sessions sessions =
        new Sessions(
            SessionLimits.DEFAULTS,
            folder,
            new KeyVault(Ids.secure()),
            Ids.secure(),
            clock,
            SessionsTest::join);
    sessions.ticket();
    session = sessions.open().getFirst();
    assertThat(sessions.claim(session)).isEqualTo(Sessions.Claim.GIVEN);
  }

  @Test
  void aFileIsTakenChunkByChunkAndStoredAsItCame() throws IOException {
    open(1, TWO_CHUNKS, 0, 0);
    byte[] first = sealed(7);
    accept(session.chunk(1, 0, 0, first));
    accept(session.chunk(1, 0, 1, sealed(8)));
    accept(session.done(1, 2, TWO_CHUNKS));
    assertThat(session.store().read(1, 0)).isEqualTo(first);
    assertThat(keys(1)).extracting(SegmentKey::chunks).containsExactly(2);
  }

  @Test
  void nothingIsOnDiskUntilAChunkComes() {
    open(1, 10, 0, 0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsPaidPrintsAlsoBeforeTheDeskHasComeToSaySo() {
    session.move(SessionState.AWAITING, clock.instant());
    session.printing(clock.instant());
    assertThat(session.tryMove(SessionState.PAID, clock.instant())).isFalse();
    assertThat(session.tryMove(SessionState.PRINTED, clock.instant())).isTrue();
  }

  @Test
  void chunksOutOfTurnAreViolations() throws IOException {
    open(1, TWO_CHUNKS, 0, 0);
    assertViolation(session.chunk(1, 0, 1, sealed(1)));
    assertViolation(session.chunk(1, 1, 0, sealed(1)));
    assertThat(session.chunk(2, 0, 0, sealed(1))).isEqualTo(new FileAnswer.Ignored());
    assertViolation(session.chunk(1, 0, 0, new byte[12]));
    accept(session.chunk(1, 0, 0, sealed(1)));
    assertViolation(session.chunk(1, 0, 0, sealed(1)));
  }

  @Test
  void moreChunksThanTheFileHasAreAViolation() throws IOException {
    open(1, 10, 0, 0);
    accept(session.chunk(1, 0, 0, sealed(1)));
    assertViolation(session.chunk(1, 0, 1, sealed(1)));
  }

  @Test
  void afterADropTheFileGoesOnUnderANewSegment() throws IOException {
    open(1, TWO_CHUNKS, 0, 0);
    accept(session.chunk(1, 0, 0, sealed(1)));
    assertViolation(request(1, TWO_CHUNKS, 0, 1));
    assertViolation(request(1, TWO_CHUNKS, 1, 0));
    assertViolation(request(1, TWO_CHUNKS + 1, 1, 1));
    open(1, TWO_CHUNKS, 1, 1);
    accept(session.chunk(1, 1, 0, sealed(2)));
    accept(session.done(1, 2, TWO_CHUNKS));
    assertThat(keys(1)).extracting(SegmentKey::startChunk).containsExactly(0, 1);
  }

  @Test
  void aSegmentThatNeverSentAnythingLeavesNoKeyBehind() throws IOException {
    open(1, 10, 0, 0);
    open(1, 10, 1, 0);
    accept(session.chunk(1, 1, 0, sealed(2)));
    accept(session.done(1, 1, 10));
    assertThat(keys(1)).hasSize(1);
  }

  @Test
  void aFileThatIsTakenBackLeavesItsKeysAndItsBytesAtOnce() throws IOException {
    open(1, TWO_CHUNKS, 0, 0);
    accept(session.chunk(1, 0, 0, sealed(1)));
    session.remove(1);
    assertThat(session.fileKeys(1)).hasValueSatisfying(keys -> assertThat(keys).isEmpty());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isZero();
    }
    assertThat(session.done(1, 2, TWO_CHUNKS)).isEqualTo(new FileAnswer.Ignored());
    assertThat(session.done(9, 2, TWO_CHUNKS)).isEqualTo(new FileAnswer.Ignored());
  }

  @Test
  void aSessionHasOnlyItsShareOfTheKeys() {
    int taken = 0;
    while (session.keys().add(new byte[32]).isPresent()) {
      taken++;
    }
    assertThat(taken).isBetween(200, 240);
    FileRequest request = new FileRequest(1, 10, 0, 0, "a.pdf");
    assertRefused(session.openFile(request, new byte[32], new byte[16]), "LIMIT_REACHED");
  }

  @Test
  void aKeyThatIsDroppedIsGoneThoughItsPlaceIsUsedAgain() {
    KeyRing.Key dropped = session.keys().add(new byte[] {1, 2, 3}).orElseThrow();
    int before = session.keys().add(new byte[] {9}).map(_ -> 1).orElseThrow();
    dropped.drop();
    session.keys().add(new byte[] {4, 5, 6});
    assertThat(dropped.copy()).isEmpty();
    assertThat(session.keys().destroy().keys()).isGreaterThan(before + 2);
  }

  @Test
  void anUnfinishedFileCannotBeDone() throws IOException {
    open(1, TWO_CHUNKS, 0, 0);
    accept(session.chunk(1, 0, 0, sealed(1)));
    assertViolation(session.done(1, 2, TWO_CHUNKS));
    assertViolation(session.done(1, 1, TWO_CHUNKS));
  }

  @Test
  void aDamagedFileIsAskedForAgainTwiceAndThenRefused() throws IOException {
    open(1, 10, 0, 0);
    for (int repeat = 0; repeat < SessionFile.MAX_REPEATS; repeat++) {
      upload(1, repeat);
      assertThat(session.damaged(1, 0).orElseThrow().status()).isEqualTo(FileStatus.RETRY);
      open(1, 10, repeat + 1, 0);
    }
    upload(1, SessionFile.MAX_REPEATS);
    assertThat(session.damaged(1, 0).orElseThrow().code()).hasValue("FILE_DAMAGED");
  }

  @Test
  void limitsAreToldByTheirCodes() {
    assertRefused(request(1, 0, 0, 0), "FILE_EMPTY");
    assertRefused(request(1, (100L << 20) + 1, 0, 0), "FILE_TOO_LARGE");
    for (int fid = 1; fid <= 3; fid++) {
      open(fid, 100L << 20, 0, 0);
    }
    assertRefused(request(4, 1, 0, 0), "SESSION_TOO_LARGE");
    accept(session.remove(1));
    open(4, 1, 0, 0);
  }

  @Test
  void theThirtyFirstFileIsRefused() {
    for (int fid = 1; fid <= 30; fid++) {
      open(fid, 1, 0, 0);
    }
    assertRefused(request(31, 1, 0, 0), "SESSION_TOO_MANY_FILES");
  }

  @Test
  void pagesOfAllFilesTogetherAreLimited() throws IOException {
    DocumentFacts thousand = pages(1_000);
    for (int fid = 1; fid <= 3; fid++) {
      open(fid, 10, 0, 0);
      upload(fid, 0);
    }
    assertThat(session.opened(1, thousand).orElseThrow().status()).isEqualTo(FileStatus.READY);
    assertThat(session.opened(2, thousand).orElseThrow().status()).isEqualTo(FileStatus.READY);
    assertThat(session.opened(3, pages(1)).orElseThrow().code()).hasValue("SESSION_TOO_MANY_PAGES");
  }

  @Test
  void noFileIsTakenWhileAPaymentIsAwaited() {
    session.move(SessionState.AWAITING, clock.instant());
    assertRefused(request(1, 1, 0, 0), "NOT_CHOOSING");
  }

  @Test
  void afterTheKeysAreDestroyedNothingCanBeUploadedOrRead() throws IOException {
    open(1, 10, 0, 0);
    upload(1, 0);
    session.keys().destroy();
    assertThat(session.fileKeys(1)).isEmpty();
    assertRefused(request(2, 10, 0, 0), "SESSION_OVER");
  }

  @Test
  void theFileNameIsNotInTheRequestsText() {
    assertThat(new FileRequest(1, 1, 0, 0, "aadhaar.pdf").toString()).doesNotContain("aadhaar");
  }

  @Test
  void theVaultHoldsRandomNamesOnly() throws IOException {
    open(1, 10, 0, 0);
    upload(1, 0);
    try (var paths = Files.walk(folder)) {
      assertThat(paths.filter(path -> !path.equals(folder)))
          .hasSize(2)
          .allMatch(path -> path.getFileName().toString().matches("[0-9a-f]{32}"));
    }
  }

  private void upload(int fid, int segment) throws IOException {
    accept(session.chunk(fid, segment, 0, sealed(1)));
    accept(session.done(fid, 1, 10));
  }

  private void open(int fid, long size, int segment, int start) {
    accept(request(fid, size, segment, start));
  }

  private FileAnswer request(int fid, long size, int segment, int start) {
    return session.openFile(
        new FileRequest(fid, size, segment, start, "x.pdf"), new byte[32], new byte[16]);
  }

  private List<SegmentKey> keys(int fid) {
    return session.fileKeys(fid).orElseThrow();
  }

  private static DocumentFacts pages(int count) {
    return new DocumentFacts(
        DocumentKind.PDF, Collections.nCopies(count, new PageFacts(595, 842, false)));
  }

  private static byte[] sealed(int fill) {
    byte[] bytes = new byte[SegmentStore.SEALED_BYTES];
    bytes[0] = (byte) fill;
    return bytes;
  }

  private static void accept(FileAnswer answer) {
    assertThat(answer).isInstanceOf(FileAnswer.Accepted.class);
  }

  private static void assertViolation(FileAnswer answer) {
    assertThat(answer).isInstanceOf(FileAnswer.Violation.class);
  }

  private static void assertRefused(FileAnswer answer, String code) {
    assertThat(answer).isEqualTo(new FileAnswer.Refused(code));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.testdocument.SealedUpload;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

final class SealedFileTest {
  private final AtomicInteger fetched = new AtomicInteger();

  @Test
  void readsBackAndForthWhatWasSealed() throws IOException {
    byte[] bytes = random(5 * SealedStream.CHUNK + 123);
    SealedUpload upload = new SealedUpload(bytes, 2, 3);
    Random random = new Random(4);
    try (SealedFileRead read = new SealedFileRead(file(upload))) {
      assertThat(read.length()).isEqualTo(bytes.length);
      for (int round = 0; round < 500; round++) {
        int at = random.nextInt(bytes.length);
        byte[] some = new byte[Math.min(1 + random.nextInt(100_000), bytes.length - at)];
        read.seek(at);
        read.readFully(some);
        assertThat(some).isEqualTo(Arrays.copyOfRange(bytes, at, at + some.length));
        assertThat(read.getPosition()).isEqualTo(at + some.length);
      }
    }
  }

  @Test
  void endsAtTheTrueSize() throws IOException {
    try (SealedFileRead read = new SealedFileRead(file(new SealedUpload(random(10))))) {
      read.seek(9);
      assertThat(read.isEOF()).isFalse();
      assertThat(read.read()).isNotNegative();
      assertThat(read.read()).isEqualTo(-1);
      assertThat(read.read(new byte[5], 0, 5)).isEqualTo(-1);
      assertThat(read.isEOF()).isTrue();
      read.seek(1_000);
      assertThat(read.getPosition()).isEqualTo(10);
      assertThatThrownBy(() -> read.seek(-1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void keepsOnlyAFewChunksOpen() throws IOException {
    SealedFile file = file(new SealedUpload(random(20 * SealedStream.CHUNK)));
    for (int chunk = 0; chunk < 16; chunk++) {
      file.chunk(chunk);
    }
    assertThat(fetched).hasValue(16);
    file.chunk(0);
    assertThat(fetched).hasValue(16);
    file.chunk(16);
    file.chunk(0);
    assertThat(fetched).hasValue(17);
    file.chunk(1);
    assertThat(fetched).hasValue(18);
  }

  @Test
  void aChunkThatChangesAfterTheCheckIsNotBelieved() throws IOException {
    SealedUpload upload = new SealedUpload(random(100));
    SealedFile file = file(upload);
    assertThat(file.firstDamaged()).isEmpty();
    upload.damage(0);
    assertThatThrownBy(() -> file.chunk(0)).isInstanceOf(IOException.class);
  }

  @Test
  void isNotReadAfterItWasClosed() throws IOException {
    SealedFileRead read = new SealedFileRead(file(new SealedUpload(random(10))));
    read.close();
    assertThat(read.isClosed()).isTrue();
    assertThatThrownBy(read::read).isInstanceOf(IOException.class);
  }

  private SealedFile file(SealedUpload upload) {
    return new SealedFile(
        upload.size(),
        upload.segments(),
        chunk -> {
          fetched.incrementAndGet();
          return upload.chunk(chunk);
        });
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}

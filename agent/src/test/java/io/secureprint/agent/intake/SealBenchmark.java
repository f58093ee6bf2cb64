// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What sealing on the wire costs: a full record and a chunk of a document, each against the bare
/// cipher of the JDK over the same bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {
  private final byte[] key = new byte[32];
  private final byte[] record = new byte[ControlRecords.RECORD_BYTES];
  private final byte[] chunk = new byte[SealedStream.CHUNK];
  private final NoiseChannel channel =
      new NoiseChannel(new CipherState(key.clone()), new CipherState(key.clone()), key.clone());
  private final SealedStream stream = new SealedStream(new StreamKey(key.clone(), new byte[16]));
  private final SecretKey bareKey = new SecretKeySpec(key, "ChaCha20");
  private @Nullable Cipher bareCipher;
  private int chunks;
  private long nonces;

  @Setup
  public void getCipher() throws GeneralSecurityException {
    bareCipher = Cipher.getInstance("ChaCha20-Poly1305");
  }

  @Benchmark
  public byte[] record() {
    return channel.seal(record);
  }

  @Benchmark
  public byte[] recordBare() throws GeneralSecurityException {
    return bare(record);
  }

  @Benchmark
  public byte[] chunk() {
    chunks = (chunks + 1) & Integer.MAX_VALUE;
    return stream.seal(chunks, false, chunk, 0, chunk.length);
  }

  @Benchmark
  public byte[] chunkBare() throws GeneralSecurityException {
    return bare(chunk);
  }

  /// The cipher wants a fresh nonce for each message.
  private byte[] bare(byte[] clear) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putLong(4, nonces++).array();
    Cipher bare = Objects.requireNonNull(bareCipher);
    bare.init(Cipher.ENCRYPT_MODE, bareKey, new IvParameterSpec(nonce));
    return bare.doFinal(clear);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import org.jspecify.annotations.Nullable;

import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.CipherSpi;

/// Text in clear with 16 zero bytes for a tag. Public because the JDK makes it.
public final class CopyingCipher extends CipherSpi {
  private static final int TAG = 16;

  private boolean sealing;

  @Override
  protected void engineInit(
      int mode, Key key, @Nullable AlgorithmParameterSpec parameters, SecureRandom random) {
    sealing = mode == Cipher.ENCRYPT_MODE;
  }

  @Override
  protected void engineInit(
      int mode, Key key, @Nullable AlgorithmParameters parameters, SecureRandom random) {
    sealing = mode == Cipher.ENCRYPT_MODE;
  }

  @Override
  protected void engineInit(int mode, Key key, SecureRandom random) {
    sealing = mode == Cipher.ENCRYPT_MODE;
  }

  @Override
  protected int engineGetOutputSize(int length) {
    return sealing ? length + TAG : Math.max(0, length - TAG);
  }

  @Override
  protected byte[] engineDoFinal(byte[] input, int from, int length) {
    byte[] whole = new byte[engineGetOutputSize(length)];
    System.arraycopy(input, from, whole, 0, Math.min(length, whole.length));
    return whole;
  }

  @Override
  protected int engineDoFinal(byte[] input, int from, int length, byte[] output, int to) {
    int size = engineGetOutputSize(length);
    System.arraycopy(input, from, output, to, Math.min(length, size));
    if (sealing) {
      Arrays.fill(output, to + length, to + size, (byte) 0);
    }
    return size;
  }

  @Override
  protected void engineUpdateAAD(byte[] associated, int from, int length) {}

  @Override
  protected byte[] engineUpdate(byte[] input, int from, int length) {
    throw new UnsupportedOperationException("whole messages only");
  }

  @Override
  protected int engineUpdate(byte[] input, int from, int length, byte[] output, int to) {
    throw new UnsupportedOperationException("whole messages only");
  }

  @Override
  protected void engineSetMode(String mode) {}

  @Override
  protected void engineSetPadding(String padding) {}

  @Override
  protected int engineGetBlockSize() {
    return 0;
  }

  @Override
  protected byte[] engineGetIV() {
    return new byte[0];
  }

  @Override
  protected @Nullable AlgorithmParameters engineGetParameters() {
    return null;
  }
}

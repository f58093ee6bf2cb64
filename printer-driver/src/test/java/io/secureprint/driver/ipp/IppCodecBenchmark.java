// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Our codec and jipp's over the same message: an answer that tells of one job.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IppCodecBenchmark {
  private final IppMessage message = message();
  private final byte[] bytes = IppCodec.encode(message);
  private @Nullable IppPacket packet;

  @Setup
  public void readPacket() throws IOException {
    packet = jippDecode();
  }

  @Benchmark
  public byte[] encode() {
    return IppCodec.encode(message);
  }

  @Benchmark
  public byte[] jippEncode() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (IppOutputStream ipp = new IppOutputStream(out)) {
      ipp.write(Objects.requireNonNull(packet));
    }
    return out.toByteArray();
  }

  @Benchmark
  public IppMessage decode() throws IppCodec.Malformed {
    return IppCodec.decode(bytes);
  }

  @Benchmark
  public IppPacket jippDecode() throws IOException {
    try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(bytes))) {
      return in.readPacket();
    }
  }

  private static IppMessage message() {
    IppMessage.Group operation =
        new IppMessage.Group(
            IppTag.OPERATION,
            List.of(
                IppAttribute.of("attributes-charset", new IppValue.Text(IppTag.CHARSET, "utf-8")),
                IppAttribute.of(
                    "attributes-natural-language", new IppValue.Text(IppTag.LANGUAGE, "en"))));
    IppMessage.Group job =
        new IppMessage.Group(
            IppTag.JOB,
            List.of(
                IppAttribute.of("job-id", IppValue.integer(4_711)),
                IppAttribute.of("job-uri", IppValue.uri("ipp://127.0.0.1:631/jobs/4711")),
                IppAttribute.of("job-name", IppValue.name("sps-0123456789abcdef0123456789abcdef")),
                IppAttribute.of("job-state", new IppValue.Int(IppTag.ENUM, 5)),
                IppAttribute.of(
                    "job-state-reasons",
                    new IppValue.Text(IppTag.KEYWORD, "job-printing"),
                    new IppValue.Text(IppTag.KEYWORD, "job-incoming")),
                IppAttribute.of("job-impressions-completed", IppValue.integer(17))));
    return new IppMessage(0, 77, List.of(operation, job));
  }
}

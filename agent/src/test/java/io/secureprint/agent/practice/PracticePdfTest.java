// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

final class PracticePdfTest {
  @Test
  void picturesMakeAFileOfExactlyTheSizeThatIsAskedFor() {
    Ids ids = Ids.secure();
    IntStream.rangeClosed(1, 6)
        .forEach(
            pages ->
                IntStream.range(60_000, 60_400)
                    .forEach(
                        bytes ->
                            assertThat(PracticePdf.pictures(pages, pages * bytes, ids))
                                .hasSize(pages * bytes)));
  }
}

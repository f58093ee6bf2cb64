// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SealedContextTest {
  private final Ids ids = Ids.secure();
  private final KeyVault vault = new KeyVault(ids);
  private final KeyRing ring = new KeyRing(vault);
  private final SealedContext context =
      new SealedContext(ring.add(ids.bytes(32)).orElseThrow(), ids);

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void whatWasPutLastIsFoundUnderItsOwnName() {
    assertThat(context.put("quote", bytes("one"))).isTrue();
    assertThat(context.put("quote", bytes("two"))).isTrue();
    assertThat(context.get("quote")).contains(bytes("two"));
    assertThat(context.get("form")).isEmpty();
  }

  @Test
  void withTheKeysItDiesForReadingAndWriting() {
    context.put("quote", bytes("secret"));
    ring.destroy();
    assertThat(context.get("quote")).isEmpty();
    assertThat(context.put("quote", bytes("again"))).isFalse();
  }

  @Test
  void itsMemoryIsThatOfWhatIsKept() {
    assertThat(context.bytes()).isZero();
    context.put("quote", new byte[1_000]);
    assertThat(context.bytes()).isBetween(1_000L, 1_100L);
    context.remove("quote");
    assertThat(context.bytes()).isZero();
  }

  @Test
  void whatFindsNoRoomIsNotKept() {
    context.put("one", new byte[1 << 20]);
    assertThatThrownBy(() -> context.put("one", new byte[(1 << 20) + 1]))
        .isInstanceOf(Context.Full.class)
        .hasMessageContaining("one");
    assertThat(context.get("one")).contains(new byte[1 << 20]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/// The beginning of an answer, and no more: what is longer has one byte too many, and nobody waits for
/// its end.
final class FirstBytes implements BodySubscriber<byte[]> {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final int most;
  private Flow.@Nullable Subscription subscription;

  /// @param most bytes
  FirstBytes(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    for (ByteBuffer buffer : more) {
      byte[] part = new byte[Math.min(buffer.remaining(), most + 1 - bytes.size())];
      buffer.get(part);
      bytes.writeBytes(part);
    }
    Flow.Subscription from = subscription;
    if (from == null) {
      return;
    }
    if (bytes.size() > most) {
      from.cancel();
      onComplete();
    } else {
      from.request(1);
    }
  }

  @Override
  public void onError(Throwable trouble) {
    body.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}

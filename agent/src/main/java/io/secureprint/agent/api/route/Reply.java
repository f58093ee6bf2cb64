// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is answered to one request. Headers that every answer has are added by the door.
@SuppressWarnings("ArrayRecordComponent") // read only by the socket
public record Reply(
    int status, String type, byte[] bytes, Map<String, String> headers, @Nullable Stream stream) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public Reply(int status, String type, byte[] bytes, Map<String, String> headers) {
    this(status, type, bytes, headers, null);
  }

  /// An answer whose length nobody knows before it is written.
  public static Reply streamed(String type, Stream stream) {
    return new Reply(200, type, new byte[0], Map.of(), stream);
  }

  public static Reply words(int status, String words) {
    return text(status, "text/plain; charset=utf-8", words + "\n");
  }

  public static Reply text(int status, String type, String text) {
    return new Reply(status, type, text.getBytes(UTF_8), Map.of());
  }

  public static Reply json(Object value) {
    return json(200, value);
  }

  public static Reply json(int status, Object value) {
    return new Reply(
        status, "application/json", Wire.json().writeValueAsBytes(value), Map.of());
  }

  static Reply empty() {
    return new Reply(204, "", new byte[0], Map.of());
  }

  public Reply with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, type, bytes, all, stream);
  }

  /// Writes an answer as it comes to be.
  @FunctionalInterface
  public interface Stream {
    void to(OutputStream out) throws IOException;
  }
}

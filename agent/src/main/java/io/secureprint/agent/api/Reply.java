// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is answered to one request. Headers that every answer has are added by the [HttpDoor].
@SuppressWarnings("ArrayRecordComponent") // read only by the socket
record Reply(
    int status, String type, byte[] bytes, Map<String, String> headers, @Nullable Stream stream) {
  Reply {
    headers = Map.copyOf(headers);
  }

  Reply(int status, String type, byte[] bytes, Map<String, String> headers) {
    this(status, type, bytes, headers, null);
  }

  /// An answer whose length nobody knows before it is written.
  static Reply streamed(String type, Stream stream) {
    return new Reply(200, type, new byte[0], Map.of(), stream);
  }

  static Reply words(int status, String words) {
    return new Reply(
        status, "text/plain; charset=utf-8", (words + "\n").getBytes(UTF_8), Map.of());
  }

  static Reply json(Object value) {
    return new Reply(
        200, "application/json", JsonMapper.shared().writeValueAsBytes(value), Map.of());
  }

  /// A refusal as RFC 9457 has it, with the code as a member of its own.
  static Reply problem(int status, String code, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    return new Reply(
        status,
        "application/problem+json",
        JsonMapper.shared().writeValueAsBytes(problem),
        Map.of());
  }

  Reply with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, type, bytes, all, stream);
  }

  /// Writes an answer as it comes to be.
  @FunctionalInterface
  interface Stream {
    void to(OutputStream out) throws IOException;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.Template;

import java.net.URLEncoder;

/// The servers that a workflow calls, below the addresses of the shop's connections.
public interface Servers {
  /// Blocks until there is an answer or the call's time is over.
  Reply call(Request request);

  /// `endpoint` is the call's with its templates filled in. The server can tell by `key` that it has
  /// done this before.
  record Request(
      ServerCall call, String endpoint, JsonObject body, String key, String correlationId) {
    /// A call of an execution, the same each time it is repeated: `all` is what its address may name,
    /// `what` is unique in the execution.
    static Request of(
        StepRun run, ServerCall call, JsonObject all, JsonObject body, String what) {
      String key = run.executionId() + "/" + what;
      return new Request(
          call,
          Template.of(call.endpoint()).in(all, Request::encoded),
          body,
          Sha256.hex(key).substring(0, 32),
          run.correlationId());
    }

    /// For a path as well as for a query.
    private static String encoded(String value) {
      return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
  }

  /// What became of a call.
  sealed interface Reply {
    record Answered(JsonObject body) implements Reply {}

    /// The server says no (a 4xx), with what it says.
    record Refused(int status, JsonObject body) implements Reply {}

    /// None came, or none that can be used; `passing` where trying again may help.
    record Failed(Problem problem, boolean passing) implements Reply {}
  }
}

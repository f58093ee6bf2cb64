// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be done at the end of a workflow: the mapping that makes its result (none for everything
/// that is known), the final call, whether the result may be kept, and what may not be kept in any result.
public record EndOrders(
    Map<String, DataPath> mapping,
    Optional<ServerCall> completion,
    boolean sensitive,
    List<DataPath> secret) {
  public EndOrders {
    secret = List.copyOf(secret);
  }

  /// Reads what the [Compiler] wrote.
  public static EndOrders of(JsonObject settings) {
    Place config = new Place(settings.object("config"), "", new ArrayList<>());
    return new EndOrders(
        config.paths("apiMapping"),
        CallReader.completion(config),
        config.yes("sensitive", false),
        settings.object("secret").names().stream().map(DataPath::of).toList());
  }
}

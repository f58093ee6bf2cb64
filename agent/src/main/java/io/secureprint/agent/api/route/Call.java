// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.util.List;
import java.util.function.Function;

/// One request that was let in and fits: its parameters, its body, and all values of any header.
public record Call<P, B>(
    Caller caller, P parameters, B body, Function<String, List<String>> headers) {}

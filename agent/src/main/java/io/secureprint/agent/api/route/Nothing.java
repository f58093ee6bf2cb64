// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

/// What a route without parameters, or without a body, is given.
public record Nothing() {}

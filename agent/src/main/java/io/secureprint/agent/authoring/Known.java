// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

/// Something that a step may name: its path, and the type of the field whose answer it is, or `any`.
public record Known(String path, String type) {}

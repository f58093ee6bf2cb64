// SPDX-License-Identifier: Apache-2.0

/// What the shop costs, as ratios against a peer or a floor measured in the same run
/// (`./sps bench`, `docs/benchmarks.md`).
@NullMarked
package io.secureprint.bench;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// The words that every room shares: money, ids, life cycles, problems, observable state.
@NullMarked
package io.secureprint.agent.kernel;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// The work board for programs: tasks, plans, promises, figures and the machines behind them.
@NullMarked
package io.secureprint.agent.api.board;

import org.jspecify.annotations.NullMarked;

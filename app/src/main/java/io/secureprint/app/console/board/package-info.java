// SPDX-License-Identifier: Apache-2.0
/// The work board: tasks by where they stand, action plans, and what the shop promises.
@NullMarked
package io.secureprint.app.console.board;

import org.jspecify.annotations.NullMarked;

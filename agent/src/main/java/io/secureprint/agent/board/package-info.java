// SPDX-License-Identifier: Apache-2.0
/// The work board: tasks, action plans that are checklists of them, and the promises of when a task
/// will be done. Titles and comments are words of the shop's people and programs; no code of ours
/// writes anything of a customer into them.
@NullMarked
package io.secureprint.agent.board;

import org.jspecify.annotations.NullMarked;

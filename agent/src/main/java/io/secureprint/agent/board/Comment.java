// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Instant;

/// What somebody wrote under a task. Nothing changes or deletes it.
public record Comment(String actor, Instant at, String words) {}

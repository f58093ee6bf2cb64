// SPDX-License-Identifier: Apache-2.0
/// Carries each event of the log to everybody who goes by it: named consumers with a place in the
/// database, pushed at each commit.
@NullMarked
package io.secureprint.agent.outbox;

import org.jspecify.annotations.NullMarked;

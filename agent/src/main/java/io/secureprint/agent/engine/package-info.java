// SPDX-License-Identifier: Apache-2.0
/// The durable workflow engine: a decider over a journal, an effect ledger, timers. It knows no
/// SQL and nothing of printing or money.
@NullMarked
package io.secureprint.agent.engine;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;

import java.time.Clock;

/// What everybody in the money room writes with. `live` tells whether the shop takes real money.
public record Books(
    Ledger ledger, UnitOfWork unitOfWork, EventLog events, Ids ids, Clock clock, boolean live) {}

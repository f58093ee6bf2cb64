// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.pricing.Quote;

/// What a visit has paid for, and may still have on paper.
record Sheets(Visit visit, Quote quote) {}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

/// What can be read of the shop's money: how it comes in, and the books.
public record Accounts(Takings takings, DayBook days) {}

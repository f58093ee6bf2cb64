// SPDX-License-Identifier: Apache-2.0
/// The practice shop: scripted customers who speak the whole protocol, a bank that speaks a real
/// gateway's, and a demonstration of all of it. Nothing in the agent depends on it, the command line
/// comes in by [Practice] alone, and no real money ever meets it.
@NullMarked
package io.secureprint.agent.practice;

import org.jspecify.annotations.NullMarked;

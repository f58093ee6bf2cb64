// SPDX-License-Identifier: Apache-2.0
/// The practice shop: scripted customers who speak the whole protocol, and a bank that speaks a real
/// gateway's. Nothing outside depends on it, and no real money ever meets it.
@NullMarked
package io.secureprint.agent.practice;

import org.jspecify.annotations.NullMarked;

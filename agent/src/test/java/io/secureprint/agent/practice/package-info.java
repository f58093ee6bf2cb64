// SPDX-License-Identifier: Apache-2.0
/// Scripted customers: a phone that speaks the whole protocol, for journeys, crashes and load.
@NullMarked
package io.secureprint.agent.practice;

import org.jspecify.annotations.NullMarked;

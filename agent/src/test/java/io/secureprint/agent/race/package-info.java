// SPDX-License-Identifier: Apache-2.0

/// The same journey of seven steps on our engine and on its peers, each in a JVM of its own. Started
/// by the benchmark `engine` of the module app.
@NullMarked
package io.secureprint.agent.race;

import org.jspecify.annotations.NullMarked;

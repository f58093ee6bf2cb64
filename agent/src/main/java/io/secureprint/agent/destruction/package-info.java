// SPDX-License-Identifier: Apache-2.0
/// The ordered end of a session's data, its proof, and the clean-up after a crash.
@NullMarked
package io.secureprint.agent.destruction;

import org.jspecify.annotations.NullMarked;

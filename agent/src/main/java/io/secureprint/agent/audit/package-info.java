// SPDX-License-Identifier: Apache-2.0
/// The shop's signing key and what it signs.
@NullMarked
package io.secureprint.agent.audit;

import org.jspecify.annotations.NullMarked;

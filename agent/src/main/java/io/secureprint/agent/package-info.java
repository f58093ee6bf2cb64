// SPDX-License-Identifier: Apache-2.0
/// The shop's headless agent: its settings, and the one place where its rooms are put together.
@NullMarked
package io.secureprint.agent;

import org.jspecify.annotations.NullMarked;

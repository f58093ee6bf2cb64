// SPDX-License-Identifier: Apache-2.0
/// The customers being served, and what staff may do for them.
@NullMarked
package io.secureprint.app.console.sessions;

import org.jspecify.annotations.NullMarked;

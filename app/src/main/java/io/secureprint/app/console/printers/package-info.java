// SPDX-License-Identifier: Apache-2.0
/// The shop's printers: how they stand, what they need, and what can be asked of them.
@NullMarked
package io.secureprint.app.console.printers;

import org.jspecify.annotations.NullMarked;

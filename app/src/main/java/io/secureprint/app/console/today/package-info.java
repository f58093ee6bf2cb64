// SPDX-License-Identifier: Apache-2.0
/// The screen that stays open: what needs a hand, who is being served, and what the day has brought.
@NullMarked
package io.secureprint.app.console.today;

import org.jspecify.annotations.NullMarked;

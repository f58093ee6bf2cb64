// SPDX-License-Identifier: Apache-2.0
/// The books of a day, to be ticked against the drawer and the bank statement.
@NullMarked
package io.secureprint.app.console.daybook;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// The shopkeeper's window: a rail of screens, and the state of the shop above them.
@NullMarked
package io.secureprint.app.console;

import org.jspecify.annotations.NullMarked;

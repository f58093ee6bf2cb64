// SPDX-License-Identifier: Apache-2.0
/// What the owner may change: the shop, its money, printer and limits, its people and its screens.
@NullMarked
package io.secureprint.app.console.settings;

import org.jspecify.annotations.NullMarked;

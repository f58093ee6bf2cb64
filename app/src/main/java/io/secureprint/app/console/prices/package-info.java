// SPDX-License-Identifier: Apache-2.0
/// The price list: its figures, what they come to, and its versions.
@NullMarked
package io.secureprint.app.console.prices;

import org.jspecify.annotations.NullMarked;

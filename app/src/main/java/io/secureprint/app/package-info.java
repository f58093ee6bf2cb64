// SPDX-License-Identifier: Apache-2.0
/// The command line and the two windows of the shop.
@NullMarked
package io.secureprint.app;

import org.jspecify.annotations.NullMarked;

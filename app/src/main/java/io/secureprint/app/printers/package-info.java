// SPDX-License-Identifier: Apache-2.0
/// Choosing the shop's printer, at the first start and later.
@NullMarked
package io.secureprint.app.printers;

import org.jspecify.annotations.NullMarked;

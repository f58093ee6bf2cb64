// SPDX-License-Identifier: Apache-2.0
/// The driver processes themselves: what starts them and in which sandbox, their loop over the pipe,
/// and the clock that ends what takes too long.
@NullMarked
package io.secureprint.driver.worker;

import org.jspecify.annotations.NullMarked;

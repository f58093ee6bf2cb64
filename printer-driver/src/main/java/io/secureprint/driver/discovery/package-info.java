// SPDX-License-Identifier: Apache-2.0
/// Finding printers: in the shop's network, at this PC, and at an address that a person types.
@NullMarked
package io.secureprint.driver.discovery;

import org.jspecify.annotations.NullMarked;

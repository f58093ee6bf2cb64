// SPDX-License-Identifier: Apache-2.0
/// The demonstration on the command line, and the customers who come to a practice shop.
@NullMarked
package io.secureprint.app.demo;

import org.jspecify.annotations.NullMarked;

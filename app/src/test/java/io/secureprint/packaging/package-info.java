// SPDX-License-Identifier: Apache-2.0
/// The program as it is packed and installed.
@NullMarked
package io.secureprint.packaging;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What the program changes on the PC itself, when it is asked to.
@NullMarked
package io.secureprint.app.host;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Asking for a PIN, by keyboard and by finger, wherever one is needed.
@NullMarked
package io.secureprint.app.pin;

import org.jspecify.annotations.NullMarked;

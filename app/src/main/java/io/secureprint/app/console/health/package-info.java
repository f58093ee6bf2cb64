// SPDX-License-Identifier: Apache-2.0
/// How each part of the shop's machinery is, and what to do about it.
@NullMarked
package io.secureprint.app.console.health;

import org.jspecify.annotations.NullMarked;

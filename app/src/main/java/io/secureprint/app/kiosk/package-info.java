// SPDX-License-Identifier: Apache-2.0
/// The screen that customers see: what to scan, who is being served, and what is wrong.
@NullMarked
package io.secureprint.app.kiosk;

import org.jspecify.annotations.NullMarked;

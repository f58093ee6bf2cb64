// SPDX-License-Identifier: Apache-2.0
/// What a screen shows, as a file.
@NullMarked
package io.secureprint.app.console.export;

import org.jspecify.annotations.NullMarked;

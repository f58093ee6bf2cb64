// SPDX-License-Identifier: Apache-2.0
/// Everything that ran, searchable, and the steps of each run.
@NullMarked
package io.secureprint.app.console.history;

import org.jspecify.annotations.NullMarked;

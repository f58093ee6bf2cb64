// SPDX-License-Identifier: Apache-2.0
/// The assistant of the first start: a shop in six short pages, or a practice shop at once.
@NullMarked
package io.secureprint.app.setup;

import org.jspecify.annotations.NullMarked;

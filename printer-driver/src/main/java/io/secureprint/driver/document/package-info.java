// SPDX-License-Identifier: Apache-2.0
/// From sealed chunks to a document that is safe to lay out: seals checked, type told by content,
/// limits held, pages counted and measured. Everything stays in memory.
@NullMarked
package io.secureprint.driver.document;

import org.jspecify.annotations.NullMarked;

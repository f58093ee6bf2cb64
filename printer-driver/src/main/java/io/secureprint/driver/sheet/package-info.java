// SPDX-License-Identifier: Apache-2.0
/// From open documents to sheets of paper: which page goes on which side, where it lies there, and
/// the clean PDF of exactly that. What is planned here is what is priced, previewed and printed.
@NullMarked
package io.secureprint.driver.sheet;

import org.jspecify.annotations.NullMarked;

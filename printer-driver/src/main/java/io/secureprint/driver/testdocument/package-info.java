// SPDX-License-Identifier: Apache-2.0
/// Documents made for tests and for practice, honest and hostile, built in code so that each says what
/// it is.
@NullMarked
package io.secureprint.driver.testdocument;

import org.jspecify.annotations.NullMarked;

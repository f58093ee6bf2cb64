// SPDX-License-Identifier: Apache-2.0
/// Real printers for tests and for practice, without paper: an IPP printer, and a CUPS server for it.
@NullMarked
package io.secureprint.driver.testprinter;

import org.jspecify.annotations.NullMarked;

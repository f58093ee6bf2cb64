// SPDX-License-Identifier: Apache-2.0
/// Real printers for tests, without paper: an IPP printer and a CUPS server of their own.
@NullMarked
package io.secureprint.driver.testprinter;

import org.jspecify.annotations.NullMarked;

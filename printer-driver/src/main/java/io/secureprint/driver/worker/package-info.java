// SPDX-License-Identifier: Apache-2.0
/// The two driver processes: the document worker, which has no network, and the print sender, which
/// has nothing but one document and one printer.
@NullMarked
package io.secureprint.driver.worker;

import org.jspecify.annotations.NullMarked;

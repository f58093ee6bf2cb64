// SPDX-License-Identifier: Apache-2.0
/// Printers and how they are driven: in two phases, so that nothing prints before the journal says
/// so, and with the truth about every sheet.
@NullMarked
package io.secureprint.driver.printer;

import org.jspecify.annotations.NullMarked;

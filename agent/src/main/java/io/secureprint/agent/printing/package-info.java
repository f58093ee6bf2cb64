// SPDX-License-Identifier: Apache-2.0
/// Driving the driver processes and the printer: spawn, pipe, lane, the print effect, progress.
@NullMarked
package io.secureprint.agent.printing;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What a job costs: the price list, and the frozen quote that names its parts.
@NullMarked
package io.secureprint.agent.pricing;

import org.jspecify.annotations.NullMarked;

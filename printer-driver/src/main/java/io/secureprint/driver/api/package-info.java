// SPDX-License-Identifier: Apache-2.0
/// What the agent may say to a driver process and what it hears back. Every type here is data; the
/// frames that carry it are bounded before anything is allocated.
@NullMarked
package io.secureprint.driver.api;

import org.jspecify.annotations.NullMarked;

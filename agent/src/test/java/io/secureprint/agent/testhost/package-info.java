// SPDX-License-Identifier: Apache-2.0
/// Programs of tests that need a host of their own: a network, a disk.
@NullMarked
package io.secureprint.agent.testhost;

import org.jspecify.annotations.NullMarked;

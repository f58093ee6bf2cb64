// SPDX-License-Identifier: Apache-2.0
/// Money: what is due, what has come, and the one release that lets a job print.
@NullMarked
package io.secureprint.agent.payment;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// The owner's automations: when something happens, and if it is so, then do this. Knows the kernel and
/// the outbox; tasks are behind a port.
@NullMarked
package io.secureprint.agent.automation;

import org.jspecify.annotations.NullMarked;

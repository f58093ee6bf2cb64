// SPDX-License-Identifier: Apache-2.0
/// Servers of others that the shop calls, each by a name, with its address and its secret.
@NullMarked
package io.secureprint.agent.connection;

import org.jspecify.annotations.NullMarked;

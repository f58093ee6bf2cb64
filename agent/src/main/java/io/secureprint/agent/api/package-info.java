// SPDX-License-Identifier: Apache-2.0
/// What the agent serves over HTTP: the phone page on the shop's network, and the API on this PC.
@NullMarked
package io.secureprint.agent.api;

import org.jspecify.annotations.NullMarked;

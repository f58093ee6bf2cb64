// SPDX-License-Identifier: Apache-2.0
/// One customer's sitting: the QR ticket, the session's life, its keys and its sealed segments.
@NullMarked
package io.secureprint.agent.session;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// One table of routes: it answers requests, lets in who may, reads and checks what they bring, and
/// describes itself.
@NullMarked
package io.secureprint.agent.api.route;

import org.jspecify.annotations.NullMarked;

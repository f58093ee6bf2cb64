// SPDX-License-Identifier: Apache-2.0
/// The table of routes as a document for programs (OpenAPI 3.1).
@NullMarked
package io.secureprint.agent.api.openapi;

import org.jspecify.annotations.NullMarked;

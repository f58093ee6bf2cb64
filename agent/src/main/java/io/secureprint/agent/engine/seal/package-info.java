// SPDX-License-Identifier: Apache-2.0
/// What executions without a customer know, sealed: the values in the database, the keys beside it.
@NullMarked
package io.secureprint.agent.engine.seal;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Executions of workflows for programs, by GraphQL.
@NullMarked
package io.secureprint.agent.api.graphql;

import org.jspecify.annotations.NullMarked;


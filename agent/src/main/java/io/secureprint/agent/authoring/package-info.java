// SPDX-License-Identifier: Apache-2.0
/// Workflows while their owner writes them: the text as it is edited, what is wrong with it and where,
/// what changed between two versions, and the rehearsal that calls nobody.
@NullMarked
package io.secureprint.agent.authoring;

import org.jspecify.annotations.NullMarked;

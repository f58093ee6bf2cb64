// SPDX-License-Identifier: Apache-2.0
/// Where the shop keeps its workflows: drafts, published versions, and what runs now.
@NullMarked
package io.secureprint.agent.engine.shelf;

import org.jspecify.annotations.NullMarked;

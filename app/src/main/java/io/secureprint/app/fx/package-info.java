// SPDX-License-Identifier: Apache-2.0
/// What all screens share: the door to the FX thread, the agent's values as properties, the look,
/// and the words.
@NullMarked
package io.secureprint.app.fx;

import org.jspecify.annotations.NullMarked;

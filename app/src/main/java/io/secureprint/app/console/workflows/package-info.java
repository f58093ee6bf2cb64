// SPDX-License-Identifier: Apache-2.0
/// The shop's workflows under their owner's hands: the steps, their forms, the customer's phone beside
/// them, a rehearsal, and the versions.
@NullMarked
package io.secureprint.app.console.workflows;

import org.jspecify.annotations.NullMarked;

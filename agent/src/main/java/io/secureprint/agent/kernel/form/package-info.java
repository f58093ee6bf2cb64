// SPDX-License-Identifier: Apache-2.0
/// Forms: what may be asked of a person, and whether an answer is one. The phone's page has the same
/// rules.
@NullMarked
package io.secureprint.agent.kernel.form;

import org.jspecify.annotations.NullMarked;


// SPDX-License-Identifier: Apache-2.0
/// Who may do what: the keys of programs, and what becomes of wrong ones.
@NullMarked
package io.secureprint.agent.access;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Money that was taken for sheets that did not come out, and its settling by a person.
@NullMarked
package io.secureprint.app.console.claims;

import org.jspecify.annotations.NullMarked;

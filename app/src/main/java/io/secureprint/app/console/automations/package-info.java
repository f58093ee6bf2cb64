// SPDX-License-Identifier: Apache-2.0
/// What the shop does by itself: the owner's automations, why they ran or did not, alerts, and what could
/// not be brought.
@NullMarked
package io.secureprint.app.console.automations;

import org.jspecify.annotations.NullMarked;

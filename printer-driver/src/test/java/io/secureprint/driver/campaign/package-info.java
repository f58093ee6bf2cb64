// SPDX-License-Identifier: Apache-2.0
/// Long campaigns (`./sps test --campaign NAME`): what they found is kept in `docs/campaigns`.
@NullMarked
package io.secureprint.driver.campaign;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.api.route.Origins;

import java.util.Set;

/// What programs may do in time: requests per second of one key in the long run, and at once; and the
/// origins of web pages that may use the API, such as `https://books.example`.
public record ApiSettings(int perSecond, int burst, Set<String> origins) {
  public ApiSettings {
    origins = Set.copyOf(origins);
    SettingRefused.unlessBetween("api.perSecond", perSecond, 1, 10_000);
    SettingRefused.unlessBetween("api.burst", burst, 1, 10_000);
    for (String origin : origins) {
      if (!Origins.fits(origin)) {
        throw new SettingRefused("api.origins", SettingRefused.Why.API_ORIGIN, origin);
      }
    }
  }

  Allowance.Rate rate() {
    return new Allowance.Rate(perSecond, burst);
  }
}

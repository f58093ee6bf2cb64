// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Hooks.HookRows;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.Map;

/// The secrets of webhooks, made from the shop's key and from how often each was renewed: the database
/// knows none of them. Asked for with each message, so that another agent's renewal counts at once.
record HookSecrets(
    HookSignature signature, HookRows rows, EventLog events, UnitOfWork unitOfWork) {
  String of(String name) {
    return unitOfWork.call(Durability.STEP, () -> signature.incoming(name, rows.generation(name)));
  }

  /// From now on the former secret signs nothing.
  void renew(String name, String actor) {
    unitOfWork.run(Durability.BARRIER, () -> {
      rows.renew(name);
      events.append(
          new EventLog.Event("webhook", name, "WebhookSecretRenewed", Map.of(), actor, ""));
    });
  }
}

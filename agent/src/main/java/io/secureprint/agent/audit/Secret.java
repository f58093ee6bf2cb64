// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the shop keeps secret, by the name that people use for it.
public enum Secret {
  /// The secret half of the gateway's API key.
  GATEWAY_KEY("gateway.keySecret"),
  /// Under which the gateway signs its messages.
  GATEWAY_WEBHOOK("gateway.webhookSecret"),
  /// The one before: after a change, late messages are still signed with it.
  GATEWAY_FORMER_WEBHOOK("gateway.formerWebhookSecret"),
  /// Of the user by which the shop's database is opened.
  DATABASE_PASSWORD("database.password"),
  /// Wraps the keys of executions without a customer; the program's own.
  CONTEXT_KEY("workflow.contextKey"),
  /// Seals UPI references; the program's own.
  UTR_KEY("upi.utrKey"),
  /// Makes the codes of credits; the program's own.
  CREDIT_KEY("credit.codeKey"),
  /// Makes the secrets of webhooks; the program's own.
  WEBHOOK_KEY("automation.webhookKey");

  private final String text;

  Secret(String text) {
    this.text = text;
  }

  /// Its name, as in `gateway.keySecret`.
  public String text() {
    return text;
  }

  /// Those that people set.
  public static List<Secret> settable() {
    return List.of(
        GATEWAY_KEY, GATEWAY_WEBHOOK, GATEWAY_FORMER_WEBHOOK, DATABASE_PASSWORD);
  }

  /// The settable one of this name.
  public static Optional<Secret> of(String name) {
    return settable().stream().filter(secret -> secret.text.equals(name)).findFirst();
  }

  /// Stores do not tell capitals apart.
  String alias() {
    return text.toLowerCase(Locale.ROOT);
  }
}

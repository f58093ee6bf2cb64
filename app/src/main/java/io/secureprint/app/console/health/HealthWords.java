// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import org.kordamp.ikonli.feather.Feather;

/// The words and pictures for what the agent tells of its parts.
final class HealthWords {
  private HealthWords() {}

  static Phrase of(Kind kind) {
    return switch (kind) {
      case DATABASE -> Phrase.HEALTH_DATABASE;
      case DISK -> Phrase.HEALTH_DISK;
      case WORKERS -> Phrase.HEALTH_WORKERS;
      case PRINTER -> Phrase.HEALTH_PRINTER;
      case GATEWAY -> Phrase.HEALTH_GATEWAY;
      case CLOCK -> Phrase.HEALTH_CLOCK;
      case NETWORK -> Phrase.HEALTH_NETWORK;
      case ERASING -> Phrase.HEALTH_ERASING;
      case VERSION -> Phrase.HEALTH_VERSION;
    };
  }

  static Feather picture(Kind kind) {
    return switch (kind) {
      case DATABASE -> Feather.DATABASE;
      case DISK -> Feather.HARD_DRIVE;
      case WORKERS -> Feather.CPU;
      case PRINTER -> Feather.PRINTER;
      case GATEWAY -> Feather.CREDIT_CARD;
      case CLOCK -> Feather.CLOCK;
      case NETWORK -> Feather.WIFI;
      case ERASING -> Feather.SHIELD;
      case VERSION -> Feather.PACKAGE;
    };
  }

  static Phrase of(State state) {
    return switch (state) {
      case FAILED -> Phrase.HEALTH_FAILED;
      case NEEDS_HAND -> Phrase.HEALTH_NEEDS_HAND;
      case OK -> Phrase.HEALTH_OK;
      case OFF -> Phrase.HEALTH_OFF;
    };
  }

  static Feather picture(State state) {
    return switch (state) {
      case FAILED -> Feather.X_CIRCLE;
      case NEEDS_HAND -> Feather.ALERT_TRIANGLE;
      case OK -> Feather.CHECK_CIRCLE;
      case OFF -> Feather.MINUS_CIRCLE;
    };
  }

  static String style(State state) {
    return switch (state) {
      case FAILED -> "status-bad";
      case NEEDS_HAND -> "status-asks";
      case OK -> "status-good";
      case OFF -> "status-quiet";
    };
  }

  /// What a fact tells, in words where it is one of the program's own.
  static String value(Fact fact, Messages messages) {
    return fact.about() == About.WAY ? messages.text(way(fact.value())) : fact.value();
  }

  private static Phrase way(String path) {
    return switch (path) {
      case "folder" -> Phrase.WAY_FOLDER;
      case "ipp" -> Phrase.WAY_ITSELF;
      default -> Phrase.WAY_QUEUE;
    };
  }

  static Phrase of(About about) {
    return switch (about) {
      case ANSWERED_IN -> Phrase.HEALTH_ANSWERED_IN;
      case SIZE -> Phrase.HEALTH_SIZE;
      case BACKUP -> Phrase.HEALTH_BACKUP;
      case FOLDER -> Phrase.HEALTH_FOLDER;
      case FREE -> Phrase.HEALTH_FREE;
      case SANDBOX -> Phrase.HEALTH_SANDBOX;
      case WAY -> Phrase.HEALTH_WAY;
      case PROVIDER -> Phrase.HEALTH_PROVIDER;
      case TIME -> Phrase.HEALTH_TIME;
      case GATEWAY_TIME -> Phrase.HEALTH_GATEWAY_TIME;
      case PAGE -> Phrase.HEALTH_PAGE;
      case PHONES -> Phrase.HEALTH_PHONES;
      case PROGRAMS -> Phrase.HEALTH_PROGRAMS;
      case KEY -> Phrase.HEALTH_KEY;
      case PROGRAM -> Phrase.HEALTH_PROGRAM;
      case JAVA -> Phrase.HEALTH_JAVA;
      case SYSTEM -> Phrase.HEALTH_SYSTEM;
    };
  }
}

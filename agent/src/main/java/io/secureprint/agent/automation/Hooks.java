// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Messages from outside that set automations off. Each has the time, a name of its own and a signature
/// in its headers. The name is not signed, so the signature itself is remembered as well: who catches a
/// message cannot send it again under another name.
public final class Hooks {
  /// Bytes of a body.
  public static final int LARGEST = 65_536;
  /// How far the time of a message may be from this clock's, either way.
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration REMEMBERED = WINDOW.multipliedBy(3);

  private final LiveAutomations automations;
  private final Judge judge;
  private final HookSecrets secrets;
  private final HookRows rows;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Ids ids;

  Hooks(
      LiveAutomations automations,
      Judge judge,
      HookSecrets secrets,
      HookRows rows,
      UnitOfWork unitOfWork,
      InstantSource clock,
      Ids ids) {
    this.automations = automations;
    this.judge = judge;
    this.secrets = secrets;
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.ids = ids;
  }

  /// The secret under which whoever sends to this webhook signs: 64 characters. The owner's alone.
  public String secret(String name) {
    return secrets.of(name);
  }

  /// Makes another secret for this webhook; what is signed with the former one is refused.
  public void renewSecret(String name, String actor) {
    secrets.renew(name, actor);
  }

  /// A message to the webhook `name`. That there is no such webhook is not told apart from a wrong
  /// signature.
  public Heard heard(String name, Map<String, String> headers, byte[] body) {
    if (body.length > LARGEST) {
      return new Heard.Refused("WEBHOOK_TOO_LARGE");
    }
    Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(headers);
    String time = known.getOrDefault(HookSignature.TIME, "");
    String signed = known.getOrDefault(HookSignature.SIGNATURE, "");
    String id = known.getOrDefault(HookSignature.ID, "");
    boolean genuine = HookSignature.matches(secrets.of(name), time, body, signed);
    if (!genuine || automations.onWebhook(name).isEmpty()) {
      return new Heard.Refused("WEBHOOK_SIGNATURE");
    }
    if (!isFresh(time)) {
      return new Heard.Refused("WEBHOOK_STALE");
    }
    if (id.isBlank() || id.length() > 200) {
      return new Heard.Refused("WEBHOOK_ID");
    }
    Optional<Map<String, Object>> payload = HookBody.read(body);
    return payload.isEmpty()
        ? new Heard.Refused("WEBHOOK_NOT_JSON")
        : received(name, List.of("signature " + signed.strip(), "id " + id), payload.get());
  }

  private boolean isFresh(String time) {
    if (!time.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  /// The first mark that is known already ends it, and none behind it is written: the name of a message
  /// that is sent again may be that of a genuine one to come.
  private Heard received(String name, List<String> marks, Map<String, Object> payload) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Instant now = clock.instant();
      rows.forget(now.minus(REMEMBERED));
      for (String mark : marks) {
        if (!rows.insert(name, Sha256.hex(mark), now)) {
          return new Heard.Repeated();
        }
      }
      Stimulus stimulus = Stimulus.fresh(ids.hex128(), now, "payload", payload);
      return new Heard.Accepted(
          automations.onWebhook(name).stream().map(one -> judge.judge(one, stimulus)).toList());
    });
  }

  /// What is remembered of messages. Every call joins the running unit of work.
  public interface HookRows {
    /// False when the mark is there already.
    boolean insert(String name, String mark, Instant now);

    void forget(Instant before);

    /// How often the secret of this webhook was renewed.
    int generation(String name);

    void renew(String name);
  }

  /// What the sender is told.
  public sealed interface Heard {
    /// It is on the disk; what each automation made of it.
    record Accepted(List<Evaluation> evaluations) implements Heard {}

    /// It came before, and counts once.
    record Repeated() implements Heard {}

    /// `WEBHOOK_SIGNATURE`, `WEBHOOK_STALE`, `WEBHOOK_ID`, `WEBHOOK_NOT_JSON` or `WEBHOOK_TOO_LARGE`.
    record Refused(String code) implements Heard {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.audit.SignedNote;
import io.secureprint.agent.intake.AgentMessage;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How one customer of a demonstration fared (`docs/demo.md`). `ended` is what the shop's receipt
/// says, or `lost` without one, or `skipped`; `why` is there when that is not as it must be.
public record CustomerReport(
    String customer,
    String scene,
    String expected,
    String ended,
    boolean ok,
    @Nullable String why,
    @Nullable String session,
    @Nullable String name,
    @Nullable Job job,
    List<Stage> stages,
    List<String> codes,
    @Nullable Receipt receipt) {
  public static final String PRINTED = "printed";
  public static final String GONE = "gone";
  private static final String SKIPPED = "skipped";
  private static final String LOST = "lost";

  public CustomerReport {
    stages = List.copyOf(stages);
    codes = List.copyOf(codes);
  }

  static CustomerReport of(
      Part part,
      AgentMessage.@Nullable Session session,
      @Nullable Job job,
      List<Watch.Took> took,
      List<String> codes,
      @Nullable Receipt receipt,
      @Nullable String offScript) {
    String ended = receipt == null ? LOST : receipt.reason();
    boolean destroyed = receipt != null && receipt.verified() && receipt.complete();
    boolean ok = offScript == null && destroyed && ended.equals(part.expected());
    return new CustomerReport(
        part.who().code(),
        part.scene().code(),
        part.expected(),
        ended,
        ok,
        offScript,
        session == null ? null : session.session(),
        session == null ? null : session.name(),
        job,
        took.stream().map(Stage::of).toList(),
        codes,
        receipt);
  }

  static CustomerReport skipped(Part part, String why) {
    return new CustomerReport(
        part.who().code(), part.scene().code(), part.expected(), SKIPPED, true, why,
        null, null, null, List.of(), List.of(), null);
  }

  boolean played() {
    return !ended.equals(SKIPPED);
  }

  boolean printed() {
    return ended.equals(PRINTED);
  }

  /// Who plays what, and what the receipt must say in the end.
  record Part(Person who, Scene scene, String expected) {}

  /// What was asked for and what it cost, in paise.
  public record Job(
      int files, long bytes, int pages, int colourPages, int sheets, int sides, boolean duplex,
      long paise) {
    static Job of(Errand errand, List<AgentMessage.FileState> files, AgentMessage.Quote quote) {
      return new Job(
          errand.documents().size(),
          errand.bytes(),
          files.stream().mapToInt(file -> orZero(file.pages())).sum(),
          files.stream().mapToInt(file -> orZero(file.colourPages())).sum(),
          quote.sheets(),
          quote.printedSides(),
          errand.sides().duplex(),
          quote.total().value());
    }

    private static int orZero(@Nullable Integer count) {
      return count == null ? 0 : count;
    }
  }

  /// How long one part of the way took.
  public record Stage(String stage, long ms) {
    static Stage of(Watch.Took took) {
      return new Stage(took.phase().code(), took.time().toMillis());
    }
  }

  /// What the shop signed, and whether it holds against the shop's published key.
  public record Receipt(boolean verified, boolean complete, String reason, String text) {
    static Receipt of(String text, String shopKey) {
      if (!(SignedNote.verify(text, shopKey) instanceof SignedNote.Verdict.Valid(String signed))) {
        return new Receipt(false, false, "", text);
      }
      JsonNode said = JsonMapper.shared().readTree(signed.lines().skip(1).findFirst().orElse("{}"));
      return new Receipt(
          true,
          said.path("complete").asInt(0) == 1,
          said.path("reason").asString(""),
          text);
    }
  }
}

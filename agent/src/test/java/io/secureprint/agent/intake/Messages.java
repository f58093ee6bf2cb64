// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.intake.AgentMessage.Choices;
import io.secureprint.agent.intake.AgentMessage.EndReason;
import io.secureprint.agent.intake.AgentMessage.FileState;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.AgentMessage.Limits;
import io.secureprint.agent.intake.AgentMessage.Otherwise;
import io.secureprint.agent.intake.AgentMessage.Part;
import io.secureprint.agent.intake.AgentMessage.PartKind;
import io.secureprint.agent.intake.AgentMessage.PartSides;
import io.secureprint.agent.intake.AgentMessage.PayStage;
import io.secureprint.agent.intake.AgentMessage.PlacedPages;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.AgentMessage.SessionStage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepOption;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One example of each control message, by its name in `docs/protocol.md`.
final class Messages {
  private Messages() {}

  static Map<String, PhoneMessage> fromPhone() {
    Map<String, PhoneMessage> all = new LinkedHashMap<>();
    all.put("CLAIM", new PhoneMessage.Claim(Language.HINDI, counting(32, 0)));
    all.put("LANGUAGE", new PhoneMessage.ChooseLanguage(Language.ENGLISH));
    all.put(
        "FILE_OPEN",
        new PhoneMessage.FileOpen(
            1, 70_000, 2, counting(32, 32), counting(16, 64), 1, "आधार \"card\".pdf"));
    all.put("FILE_DONE", new PhoneMessage.FileDone(1, 2, 2, 70_000));
    all.put("FILE_REMOVE", new PhoneMessage.FileRemove(65_535));
    all.put("FILE_PASSWORD", new PhoneMessage.FilePassword(7, "p\\w\"ä"));
    all.put(
        "OPTIONS",
        new PhoneMessage.Options(
            List.of(new PhoneMessage.Pages(1, "1-3,7"), new PhoneMessage.Pages(2, "")),
            2,
            Sides.TWO_LONG_EDGE,
            Paper.LETTER,
            new Layout(false, 2, Fit.FIT)));
    all.put("PREVIEW", new PhoneMessage.Preview(3, 720));
    all.put("PAY", new PhoneMessage.Pay("q7", PayMethod.CASH));
    all.put("PAY_BACK", new PhoneMessage.PayBack());
    all.put("CREDIT_USE", new PhoneMessage.CreditUse(counting(16, 3)));
    all.put("CREDIT_DROP", new PhoneMessage.CreditDrop());
    all.put("STEP_INPUT", new PhoneMessage.StepInput("student", counting(16, 9), answers()));
    all.put("DESTROY_NOW", new PhoneMessage.DestroyNow());
    all.put("PING", new PhoneMessage.Ping());
    all.put("CLOSE", new PhoneMessage.Close("BYE"));
    return all;
  }

  static Map<String, AgentMessage> fromAgent() {
    Map<String, AgentMessage> all = new LinkedHashMap<>();
    all.put("SESSION", session("5608"));
    all.put("CREDIT", new AgentMessage.Credit(4_194_304));
    all.put("FILE_STATE", ready());
    all.put("QUOTE", quote());
    all.put("PREVIEW_INFO", new AgentMessage.PreviewInfo(9, 3, counting(16, 0), 100_000, 2));
    all.put(
        "PAY_STATE",
        new AgentMessage.PayState(PayStage.AWAITING, PayMethod.UPI, new Paise(1_300), "q7",
            new AgentMessage.Upi(
                "upi://pay?pa=a@b&am=13.00", true, null, 25, new byte[79], 900_000)));
    all.put(
        "PROGRESS",
        new AgentMessage.Progress(PrintStage.ATTENTION, 3, 6, List.of("media-empty")));
    all.put("STATUS", new AgentMessage.Status(SessionStage.OVER, EndReason.PRINTED, null));
    all.put("WAITING", new AgentMessage.Waiting(2));
    all.put(
        "CREDIT_CODE",
        new AgentMessage.CreditCode(
            counting(16, 3), "K7MP-3QXD", new Paise(4_600), 1_795_000_000_000L));
    all.put(
        "CREDIT_STATE",
        new AgentMessage.CreditState(
            counting(16, 3), new Paise(4_600),
            new AgentMessage.Helps("q7", new Paise(1_130), new Paise(100), new Paise(100))));
    all.put("STEP", step());
    all.put(
        "STEP_REFUSED",
        new AgentMessage.StepRefused(
            "student", counting(16, 9), text("Not found.", "नहीं मिला।"),
            List.of(new StepError("rollNo", text("Unknown.", null)))));
    all.put("RECEIPT", new AgentMessage.Receipt("destroyed\n— signed"));
    all.put("PONG", new AgentMessage.Pong());
    all.put("PROBLEM", new AgentMessage.Problem("UNSUPPORTED", null, 60, true));
    all.put("CLOSE", new AgentMessage.Close("SESSION_OVER"));
    return all;
  }

  static AgentMessage.Session session(String sas) {
    return new AgentMessage.Session(
        "00112233445566778899aabbccddeeff",
        "Blue Mango",
        "नीला आम",
        "#3366cc",
        sas,
        "L0",
        "Sharma Xerox",
        "sharma+1a2b3c4d+AQ",
        new Limits(104_857_600, 314_572_800, 30, 2_000),
        600_000,
        3_600_000,
        true,
        List.of(PayMethod.UPI, PayMethod.CASH),
        new Choices(List.of(Paper.A4, Paper.LETTER), true, true),
        List.of(
            new FileState(
                1, "a.pdf", 70_000, 1, FileStatus.RECEIVING, null, null, null, null)));
  }

  private static AgentMessage.Step step() {
    StepText label = text("Roll number", "रोल नंबर");
    StepField roll =
        new StepField(
            "rollNo", FieldType.TEXT, label, text("On your <b>card</b>", null), true, null, null,
            4, 12, "[0-9A-Z]+", text("Digits and capitals", "अंक और बड़े अक्षर"), List.of(), true);
    StepField year =
        new StepField(
            "year", FieldType.NUMBER, text("Year", "साल"), null, false, BigDecimal.ONE,
            new BigDecimal("4.5"), null, null, null, null, List.of(), false);
    StepField course =
        new StepField(
            "course", FieldType.CHOICE, text("Course", null), null, true, null, null, null, null,
            null, null, List.of(new StepOption("arts", text("Arts", "कला"))), false);
    return new AgentMessage.Step(
        "student", StepKind.FORM, text("Student?", "छात्र?"), text("For the discount", null),
        text("Go on", "आगे"), text("No", "नहीं"), List.of(roll, year, course),
        new StepValues(Map.of("year", 2)), 1, 3, 120_000L);
  }

  private static StepText text(String en, @Nullable String hi) {
    return new StepText(en, hi);
  }

  private static StepValues answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("rollNo", "आधार \"42\"");
    answers.put("year", 2);
    answers.put("share", 0.5);
    answers.put("agreed", true);
    answers.put("days", List.of("mon", "tue"));
    return new StepValues(answers);
  }

  private static FileState ready() {
    return new FileState(1, "आधार.pdf", 70_000, 2, FileStatus.READY, null, 5, 1, "pdf");
  }

  private static AgentMessage.Quote quote() {
    return new AgentMessage.Quote(
        "q7",
        62,
        123,
        1,
        Paper.A4,
        new Layout(true, 1, Fit.FIT),
        List.of(0, 270, 0),
        Sides.TWO_LONG_EDGE,
        List.of(placed(1, 1, 0), placed(1, 2, 1), placed(0, 0, 0)),
        List.of(
            new Part(PartKind.MONO, PartSides.TWO, 120, 200, 24_000, null),
            new Part(PartKind.BREAK, PartSides.TWO, 120, 150, -6_000, null),
            new Part(PartKind.COLOUR, PartSides.TWO, 3, 900, 2_700, null),
            new Part(PartKind.PAPER, PartSides.ONE, 62, 50, 3_100, null),
            new Part(PartKind.DISCOUNT, PartSides.ONE, 10, 2_380, -2_380, "Student week"),
            new Part(PartKind.ROUNDING, PartSides.ONE, 1, -20, -20, null)),
        new Otherwise(new Paise(20_500), new Paise(20_500)),
        new Paise(21_420),
        new Paise(21_400));
  }

  private static PlacedPages placed(Integer... numbers) {
    return new PlacedPages(List.of(numbers));
  }

  private static byte[] counting(int length, int from) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }
}

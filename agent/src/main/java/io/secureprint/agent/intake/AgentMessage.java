// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/// What the agent says on the control channel (`docs/protocol.md` section 5).
@SuppressWarnings("ArrayRecordComponent") // nonces are never compared, printed or put in a collection
public sealed interface AgentMessage {
  /// Answers every CLAIM. `idleMs` and `lifeMs` are what remains by the session's time-outs.
  record Session(
      String session,
      String name,
      String nameHi,
      String colour,
      String sas,
      String level,
      String shop,
      String verifyKey,
      Limits limits,
      long idleMs,
      long lifeMs,
      boolean keepsCopy,
      List<PayMethod> pay,
      Choices choices,
      List<FileState> files)
      implements AgentMessage {
    public Session {
      pay = List.copyOf(pay);
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "Session[" + session + ", " + files.size() + " files]";
    }
  }

  /// What this shop's printer and price list can do: the papers in the order in which they are offered,
  /// whether it prints in colour and on both sides.
  record Choices(List<Paper> papers, boolean colour, boolean duplex) {
    public Choices {
      papers = List.copyOf(papers);
    }
  }

  record Limits(long fileBytes, long sessionBytes, int files, int pages) {}

  /// So many more bytes of chunk frames may come. Sent by the connection itself.
  record Credit(long bytes) implements AgentMessage {}

  /// How one file stands. `next` is the file chunk that is wanted next; `name` is the phone's own.
  record FileState(
      int fid,
      String name,
      long size,
      int next,
      FileStatus status,
      @Nullable String code,
      @Nullable Integer pages,
      @Nullable Integer colourPages,
      @Nullable String kind)
      implements AgentMessage {
    @Override
    public String toString() {
      return "FileState[" + fid + ", " + status + ", next " + next + "]";
    }
  }

  enum FileStatus {
    @JsonProperty("receiving") RECEIVING,
    @JsonProperty("checking") CHECKING,
    @JsonProperty("ready") READY,
    @JsonProperty("retry") RETRY,
    @JsonProperty("password") PASSWORD,
    @JsonProperty("refused") REFUSED,
    @JsonProperty("removed") REMOVED
  }

  /// The price of the last options. `oneCopy` lists the sides of one copy in printing order, `turns`
  /// by how many degrees clockwise the picture of each is turned to be read.
  record Quote(
      String id,
      int sheets,
      int printedSides,
      int copies,
      Paper paper,
      Layout layout,
      List<Integer> turns,
      Sides sides,
      List<PlacedPages> oneCopy,
      List<Part> parts,
      @Nullable Otherwise otherwise,
      Paise total,
      Paise cash)
      implements AgentMessage {
    public Quote {
      turns = List.copyOf(turns);
      oneCopy = List.copyOf(oneCopy);
      parts = List.copyOf(parts);
    }
  }

  /// The price with `layout.colour` the other way round.
  record Otherwise(Paise total, Paise cash) {}

  /// The pages on one side: `fid, page, colour 0 or 1` of each, all 0 for a blank back.
  record PlacedPages(@JsonValue List<Integer> numbers) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlacedPages {
      numbers = List.copyOf(numbers);
    }
  }

  /// One line of the price, in paise; below zero what is taken off. Only a discount has a name.
  record Part(
      PartKind what, PartSides sides, int count, long each, long amount, @Nullable String name) {}

  enum PartKind {
    @JsonProperty("mono") MONO,
    @JsonProperty("colour") COLOUR,
    @JsonProperty("break") BREAK,
    @JsonProperty("paper") PAPER,
    @JsonProperty("discount") DISCOUNT,
    @JsonProperty("minimum") MINIMUM,
    @JsonProperty("rounding") ROUNDING
  }

  enum PartSides {
    @JsonProperty("one") ONE,
    @JsonProperty("two") TWO
  }

  /// A preview's `chunks` frames follow, sealed with the phone's `previewKey`.
  record PreviewInfo(int id, int side, byte[] nonce, int size, int chunks)
      implements AgentMessage {
    public PreviewInfo {
      Fields.bytes("nonce", nonce, 16);
    }
  }

  /// `upi` is there while a UPI payment is awaited and can be made.
  record PayState(
      PayStage state, PayMethod method, Paise amount, String quote, @Nullable Upi upi)
      implements AgentMessage {}

  /// What a UPI app is to be shown. `link` opens one on this phone only where a gateway `issued` it
  /// (decision 12); else the customer scans the shop's screen, or takes the picture or the `address`
  /// to the app. `qr` holds the picture's `side` × `side` modules by rows, the highest bit first.
  /// `leftMs` is how long it can be paid.
  record Upi(
      String link, boolean issued, @Nullable String address, int side, byte[] qr, long leftMs) {}

  enum PayStage {
    @JsonProperty("none") NONE,
    @JsonProperty("awaiting") AWAITING,
    @JsonProperty("paid") PAID,
    @JsonProperty("expired") EXPIRED
  }

  /// With this code the customer comes back for `amount` if the sheets that are paid do not come out;
  /// not after `until` (milliseconds since 1970). `brief` is the code for people to type.
  record CreditCode(byte[] code, String brief, Paise amount, long until)
      implements AgentMessage {
    public CreditCode {
      Fields.bytes("code", code, 16);
    }

    @Override
    public String toString() {
      return "CreditCode[]";
    }
  }

  /// What the credit is worth that this session pays with. `helps` is there while there is a quote.
  record CreditState(byte[] code, Paise worth, @Nullable Helps helps) implements AgentMessage {
    public CreditState {
      Fields.bytes("code", code, 16);
    }

    @Override
    public String toString() {
      return "CreditState[" + worth + "]";
    }
  }

  /// So much of a quote is paid by the credit, and so much is left to pay by UPI or in cash.
  record Helps(String quote, Paise used, Paise upi, Paise cash) {}

  /// `done` of `of` sides are printed; `reasons` are the printer's IPP keywords.
  record Progress(PrintStage stage, int done, int of, List<String> reasons)
      implements AgentMessage {
    public Progress {
      reasons = List.copyOf(reasons);
    }
  }

  enum PrintStage {
    @JsonProperty("queued") QUEUED,
    @JsonProperty("printing") PRINTING,
    @JsonProperty("attention") ATTENTION,
    @JsonProperty("printed") PRINTED,
    @JsonProperty("unknown") UNKNOWN,
    @JsonProperty("failed") FAILED
  }

  /// `reason` goes with `OVER` only.
  record Status(SessionStage state, @Nullable EndReason reason, @Nullable String code)
      implements AgentMessage {
    public Status {
      if ((state == SessionStage.OVER) != (reason != null)) {
        throw new IllegalArgumentException("reason " + reason + " with state " + state);
      }
    }
  }

  enum SessionStage {
    @JsonProperty("open") OPEN,
    @JsonProperty("over") OVER
  }

  enum EndReason {
    @JsonProperty("printed") PRINTED,
    @JsonProperty("deleted") DELETED,
    @JsonProperty("idle") IDLE,
    @JsonProperty("expired") EXPIRED,
    @JsonProperty("gone") GONE,
    @JsonProperty("cancelled") CANCELLED,
    @JsonProperty("error") ERROR,
    @JsonProperty("shutdown") SHUTDOWN
  }

  record Waiting(int place) implements AgentMessage {}

  /// What the owner asks of the customer now, the `at`-th of `of` steps; with `NONE` nothing (any more).
  /// `values` is what a form begins with; within `untilMs` milliseconds from now a wait is promised to
  /// end. `decline` is the other button of a confirmation.
  record Step(
      String step,
      StepKind kind,
      @Nullable StepText title,
      @Nullable StepText message,
      @Nullable StepText button,
      @Nullable StepText decline,
      List<StepField> fields,
      @Nullable StepValues values,
      int at,
      int of,
      @Nullable Long untilMs)
      implements AgentMessage {
    /// Its JSON fits the records that one message may have.
    private static final int MOST_BYTES = 120_000;

    public Step {
      fields = List.copyOf(fields);
      boolean asked = kind != StepKind.NONE;
      if (asked != (title != null) || asked == step.isEmpty()) {
        throw new IllegalArgumentException("step " + step + " of kind " + kind);
      }
      Fields.utf8("step", step, PhoneMessage.StepInput.LONGEST_STEP);
      Fields.within("fields", fields.size(), kind == StepKind.FORM ? 1 : 0,
          kind == StepKind.FORM ? StepField.MOST_FIELDS : 0);
      if (fields.stream().map(StepField::key).distinct().count() < fields.size()) {
        throw new IllegalArgumentException("step " + step + " has a key twice");
      }
      Fields.within("of", of, 0, 1_000);
      Fields.within("at", at, 0, of);
      Fields.within("untilMs", untilMs == null ? 0 : untilMs, 0, Fields.MAX_WHOLE);
      int texts = StepText.bytesOf(title) + StepText.bytesOf(message) + StepText.bytesOf(button);
      int all = fields.stream().mapToInt(StepField::bytes).sum() + texts + StepText.bytesOf(decline);
      Fields.within("step", all, 0, MOST_BYTES - StepValues.MOST_BYTES);
    }

    /// Nothing is asked (any more).
    public static Step none() {
      return new Step(
          "", StepKind.NONE, null, null, null, null, List.of(), null, 0, 0, null);
    }

    @Override
    public String toString() {
      return "Step[" + step + ", " + kind + ", " + at + " of " + of + "]";
    }
  }

  /// An answer that does not do: the step is still asked. `message` is about all of it.
  record StepRefused(
      String step, byte[] command, @Nullable StepText message, List<StepError> errors)
      implements AgentMessage {
    public StepRefused {
      errors = List.copyOf(errors);
      Fields.bytes("command", command, 16);
      Fields.within("errors", errors.size(), message == null ? 1 : 0, StepField.MOST_FIELDS);
    }
  }

  /// The signed destruction receipt.
  record Receipt(String text) implements AgentMessage {}

  record Pong() implements AgentMessage {}

  /// The last request was refused, the session goes on. `safe` tells that nothing was lost by it.
  record Problem(String code, @Nullable Integer fid, @Nullable Integer type, boolean safe)
      implements AgentMessage {}

  record Close(String code) implements AgentMessage {}
}

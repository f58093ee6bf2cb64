// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.Sides;

import java.util.List;

/// What the phone says on the control channel (`docs/protocol.md` section 5). Each record keeps the
/// ranges of its row.
@SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
public sealed interface PhoneMessage {
  /// The first message after every handshake. `previewKey` is for this connection only.
  record Claim(Language lang, byte[] previewKey) implements PhoneMessage {
    public Claim {
      Fields.bytes("previewKey", previewKey, 32);
    }

    @Override
    public String toString() {
      return "Claim[" + lang + "]";
    }
  }

  record ChooseLanguage(Language lang) implements PhoneMessage {}

  /// Starts segment `seg` of file `fid` at the file's chunk `start`.
  record FileOpen(int fid, long size, int seg, byte[] key, byte[] nonce, int start, String name)
      implements PhoneMessage {
    public FileOpen {
      Fields.fid(fid);
      Fields.within("size", size, 0, Fields.MAX_WHOLE);
      Fields.within("seg", seg, 0, 255);
      Fields.bytes("key", key, 32);
      Fields.bytes("nonce", nonce, 16);
      Fields.within("start", start, 0, Integer.MAX_VALUE);
      Fields.utf8("name", name, 200);
    }

    @Override
    public String toString() {
      return "FileOpen[" + fid + ", segment " + seg + " from " + start + "]";
    }
  }

  /// The whole file is sent: its true size and its number of chunks.
  record FileDone(int fid, int seg, int chunks, long size) implements PhoneMessage {
    public FileDone {
      Fields.fid(fid);
      Fields.within("seg", seg, 0, 255);
      Fields.within("chunks", chunks, 0, Integer.MAX_VALUE);
      Fields.within("size", size, 0, Fields.MAX_WHOLE);
    }
  }

  record FileRemove(int fid) implements PhoneMessage {
    public FileRemove {
      Fields.fid(fid);
    }
  }

  record FilePassword(int fid, String password) implements PhoneMessage {
    public FilePassword {
      Fields.fid(fid);
      Fields.within("password", password.length(), 0, 128);
    }

    @Override
    public String toString() {
      return "FilePassword[" + fid + "]";
    }
  }

  /// What is wanted on paper; answered with a quote.
  record Options(List<Pages> files, int copies, Sides sides, Paper paper, Layout layout)
      implements PhoneMessage {
    public Options {
      files = List.copyOf(files);
      Fields.within("files", files.size(), 1, PrintOptions.MAX_FILES);
      Fields.within("copies", copies, 1, PrintOptions.MAX_COPIES);
    }

    /// Pages as they are, one on a side.
    public Options(List<Pages> files, int copies, Sides sides, Paper paper) {
      this(files, copies, sides, paper, Layout.PLAIN);
    }
  }

  /// Pages of one file as the customer typed them, such as `1-3,7`; empty means all.
  record Pages(int fid, String pages) {
    public Pages {
      Fields.fid(fid);
      Fields.utf8("pages", pages, 400);
    }
  }

  /// Asks for the picture of one side of the last quote, `width` pixels wide.
  record Preview(int side, int width) implements PhoneMessage {
    public Preview {
      Fields.within("side", side, 0, Integer.MAX_VALUE);
      Fields.within("width", width, 64, 1_600);
    }
  }

  record Pay(String quote, PayMethod method) implements PhoneMessage {
    public Pay {
      Fields.utf8("quote", quote, 64);
    }
  }

  /// Back to the options, while it is not paid.
  record PayBack() implements PhoneMessage {}

  /// Pays with what was paid before and not printed, as far as that goes; `code` is the credit's.
  record CreditUse(byte[] code) implements PhoneMessage {
    public CreditUse {
      Fields.bytes("code", code, 16);
    }

    @Override
    public String toString() {
      return "CreditUse[]";
    }
  }

  /// Pays all of it with money.
  record CreditDrop() implements PhoneMessage {}

  /// The answer to the step that is asked. `command` is the same when it is sent again, so that it
  /// counts once.
  record StepInput(String step, byte[] command, StepValues input) implements PhoneMessage {
    static final int LONGEST_STEP = 64;

    public StepInput {
      Fields.within("step", step.length(), 1, LONGEST_STEP);
      Fields.utf8("step", step, LONGEST_STEP);
      Fields.bytes("command", command, 16);
    }

    @Override
    public String toString() {
      return "StepInput[" + step + "]";
    }
  }

  record DestroyNow() implements PhoneMessage {}

  record Ping() implements PhoneMessage {}

  record Close(String code) implements PhoneMessage {
    public Close {
      Fields.utf8("code", code, 64);
    }
  }
}

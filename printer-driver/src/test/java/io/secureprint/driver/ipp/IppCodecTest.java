// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Our codec against another one, and against bad bytes.
final class IppCodecTest {
  private static final URI PRINTER = URI.create("ipp://localhost:631/printers/ShopLaser");

  @Test
  void whatWeWriteAnotherImplementationReads() throws IOException {
    IppMessage message =
        new IppMessage(
            IppOperation.CREATE_JOB,
            77,
            List.of(
                new IppMessage.Group(
                    IppTag.OPERATION,
                    List.of(
                        IppAttribute.of(
                            "attributes-charset", new IppValue.Text(IppTag.CHARSET, "utf-8")),
                        IppAttribute.of("printer-uri", IppValue.uri(PRINTER.toString())),
                        IppAttribute.of("job-name", IppValue.name("sps-1")))),
                new IppMessage.Group(
                    IppTag.JOB, List.of(IppAttribute.of("copies", IppValue.integer(2))))));
    IppPacket read =
        new IppInputStream(new ByteArrayInputStream(IppCodec.encode(message))).readPacket();
    assertThat(read.getOperation()).isEqualTo(Operation.createJob);
    assertThat(read.getRequestId()).isEqualTo(77);
    assertThat(read.getAttributeGroups().getFirst().getValue(Types.printerUri)).isEqualTo(PRINTER);
    assertThat(read.getAttributeGroups().get(1).getValue(Types.copies)).isEqualTo(2);
  }

  @Test
  void whatAnotherImplementationWritesWeRead() throws Exception {
    IppPacket packet =
        IppPacket.getPrinterAttributes(PRINTER)
            .putOperationAttributes(Types.requestingUserName.of("sps"))
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IppOutputStream out = new IppOutputStream(bytes)) {
      out.write(packet);
    }
    IppMessage read = IppCodec.decode(bytes.toByteArray());
    assertThat(read.code()).isEqualTo(IppOperation.GET_PRINTER_ATTRIBUTES);
    assertThat(read.groups().getFirst().text("requesting-user-name")).hasValue("sps");
    assertThat(read.groups().getFirst().text("printer-uri")).hasValue(PRINTER.toString());
  }

  @Test
  void randomMessagesComeBackAsTheyWent() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      IppMessage message = randomMessage(random);
      assertThat(IppCodec.decode(IppCodec.encode(message))).isEqualTo(message);
    }
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = IppCodec.encode(randomMessage(new Random(5)));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> IppCodec.decode(cut)).isInstanceOf(IppCodec.Malformed.class);
    }
  }

  @Test
  void mangledBytesAreReadOrRefusedAndNothingElse() {
    Random random = new Random(3);
    byte[] whole = IppCodec.encode(randomMessage(random));
    for (int round = 0; round < 20_000; round++) {
      byte[] mangled = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
      }
      try {
        IppCodec.decode(mangled);
      } catch (IppCodec.Malformed e) {
        assertThat(e).hasMessageMatching(".+");
      }
    }
  }

  @Test
  void aMessageOverOneMebibyteIsRefused() {
    assertThatThrownBy(() -> IppCodec.decode(new byte[IppCodec.MAX_BYTES + 1]))
        .isInstanceOf(IppCodec.Malformed.class);
  }

  private static IppMessage randomMessage(Random random) {
    List<IppAttribute> attributes = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      List<IppValue> values = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        values.add(randomValue(random));
      }
      attributes.add(new IppAttribute("attribute-" + i, values));
    }
    return new IppMessage(
        random.nextInt(0x10000),
        random.nextInt(),
        List.of(new IppMessage.Group(IppTag.OPERATION, attributes)));
  }

  private static IppValue randomValue(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> IppValue.integer(random.nextInt());
      case 1 -> new IppValue.Bool(random.nextBoolean());
      case 2 -> IppValue.name("नाम " + random.nextInt());
      default -> IppValue.keyword("word" + random.nextInt());
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Messages to bytes and back (RFC 8010 3). A message of a peer is at most 1 MiB, and every length in
/// it is checked against what is there before anything is allocated.
final class IppCodec {
  static final int MAX_BYTES = 1 << 20;
  private static final int VERSION_2_0 = 0x0200;

  private IppCodec() {}

  static byte[] encode(IppMessage message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(VERSION_2_0);
      out.writeShort(message.code());
      out.writeInt(message.requestId());
      for (IppMessage.Group group : message.groups()) {
        out.writeByte(group.tag());
        for (IppAttribute attribute : group.attributes()) {
          write(out, attribute);
        }
      }
      out.writeByte(IppTag.END);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /// Reads one message; bytes behind its end are data and are left alone.
  static IppMessage decode(byte[] bytes) throws Malformed {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length > MAX_BYTES || in.remaining() < 9) {
      throw new Malformed("length " + bytes.length);
    }
    in.getShort();
    int code = in.getShort() & 0xFFFF;
    int requestId = in.getInt();
    List<IppMessage.Group> groups = new ArrayList<>();
    int tag = unsignedByte(in);
    while (tag != IppTag.END) {
      if (!IppTag.isDelimiter(tag)) {
        throw new Malformed("value outside of a group");
      }
      List<IppAttribute> attributes = new ArrayList<>();
      int next = readAttributes(in, attributes);
      groups.add(new IppMessage.Group(tag, attributes));
      tag = next;
    }
    return new IppMessage(code, requestId, groups);
  }

  private static int readAttributes(ByteBuffer in, List<IppAttribute> attributes) throws Malformed {
    String name = "";
    List<IppValue> values = new ArrayList<>();
    int tag = unsignedByte(in);
    while (!IppTag.isDelimiter(tag)) {
      String own = new String(bytes(in), StandardCharsets.UTF_8);
      IppValue value = value(tag, bytes(in));
      if (!own.isEmpty()) {
        add(attributes, name, values);
        name = own;
        values = new ArrayList<>();
      } else if (name.isEmpty()) {
        throw new Malformed("value without a name");
      }
      values.add(value);
      tag = unsignedByte(in);
    }
    add(attributes, name, values);
    return tag;
  }

  private static void add(List<IppAttribute> attributes, String name, List<IppValue> values) {
    if (!name.isEmpty()) {
      attributes.add(new IppAttribute(name, values));
    }
  }

  private static IppValue value(int tag, byte[] bytes) throws Malformed {
    if (tag == IppTag.INTEGER || tag == IppTag.ENUM) {
      require(bytes, 4);
      return new IppValue.Int(tag, ByteBuffer.wrap(bytes).getInt());
    }
    if (tag == IppTag.BOOLEAN) {
      require(bytes, 1);
      return new IppValue.Bool(bytes[0] != 0);
    }
    return IppTag.isText(tag)
        ? new IppValue.Text(tag, new String(bytes, StandardCharsets.UTF_8))
        : new IppValue.Other(tag, bytes);
  }

  private static void require(byte[] bytes, int length) throws Malformed {
    if (bytes.length != length) {
      throw new Malformed("value of " + bytes.length + " bytes");
    }
  }

  private static byte[] bytes(ByteBuffer in) throws Malformed {
    if (in.remaining() < 2) {
      throw new Malformed("truncated");
    }
    int length = in.getShort() & 0xFFFF;
    if (length > in.remaining()) {
      throw new Malformed("length " + length + " of " + in.remaining());
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static int unsignedByte(ByteBuffer in) throws Malformed {
    if (!in.hasRemaining()) {
      throw new Malformed("truncated");
    }
    return in.get() & 0xFF;
  }

  private static void write(DataOutputStream out, IppAttribute attribute) throws IOException {
    String name = attribute.name();
    for (IppValue value : attribute.values()) {
      out.writeByte(value.tag());
      writeBytes(out, name.getBytes(StandardCharsets.UTF_8));
      switch (value) {
        case IppValue.Int(_, int number) -> {
          out.writeShort(4);
          out.writeInt(number);
        }
        case IppValue.Bool(boolean flag) -> {
          out.writeShort(1);
          out.writeByte(flag ? 1 : 0);
        }
        case IppValue.Text(_, String text) ->
            writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
        case IppValue.Other(_, byte[] bytes) -> writeBytes(out, bytes);
      }
      name = "";
    }
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    if (bytes.length > 0xFFFF) {
      throw new IllegalArgumentException("too long for a message: " + bytes.length);
    }
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  /// The bytes are no message.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A request or a response (RFC 8010 3.1): an operation or a status, an id, and groups of attributes.
public record IppMessage(int code, int requestId, List<Group> groups) {
  public IppMessage {
    groups = List.copyOf(groups);
  }

  /// The attributes between two delimiters.
  public record Group(int tag, List<IppAttribute> attributes) {
    public Group {
      attributes = List.copyOf(attributes);
    }

    public Optional<IppAttribute> find(String name) {
      return attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
    }

    public OptionalInt number(String name) {
      return find(name)
          .map(attribute -> attribute.values().getFirst())
          .map(value -> value instanceof IppValue.Int number
              ? OptionalInt.of(number.value())
              : OptionalInt.empty())
          .orElse(OptionalInt.empty());
    }

    /// All its numbers; those of an enum too.
    public List<Integer> numbers(String name) {
      return find(name).stream()
          .flatMap(attribute -> attribute.values().stream())
          .filter(IppValue.Int.class::isInstance)
          .map(value -> ((IppValue.Int) value).value())
          .toList();
    }

    /// Whether it is there and true.
    public boolean isTrue(String name) {
      return find(name)
          .map(attribute -> attribute.values().getFirst())
          .map(value -> value instanceof IppValue.Bool(boolean yes) && yes)
          .orElse(false);
    }

    public List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      find(name).ifPresent(attribute -> attribute.values().forEach(value -> {
        if (value instanceof IppValue.Text text) {
          texts.add(text.value());
        }
      }));
      return texts;
    }

    public Optional<String> text(String name) {
      return texts(name).stream().findFirst();
    }
  }

  /// The groups of jobs, in order.
  public List<Group> jobs() {
    return groups.stream().filter(group -> group.tag() == IppTag.JOB).toList();
  }

  /// The groups of printers, in order.
  public List<Group> printers() {
    return groups.stream().filter(group -> group.tag() == IppTag.PRINTER).toList();
  }

  /// The first group of printer attributes; an empty one where there is none.
  public Group printer() {
    return printers().stream()
        .findFirst()
        .orElse(new Group(IppTag.PRINTER, List.of()));
  }
}

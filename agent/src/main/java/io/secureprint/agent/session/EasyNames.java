// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Ids;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hands out names that no live session has.
public final class EasyNames {
  private static final List<Hue> HUES =
      List.of(
          new Hue("Blue", "नीला", "#0072b2"),
          new Hue("Orange", "नारंगी", "#e69f00"),
          new Hue("Green", "हरा", "#009e73"),
          new Hue("Red", "लाल", "#d55e00"),
          new Hue("Sky", "आसमानी", "#56b4e9"),
          new Hue("Pink", "गुलाबी", "#cc79a7"),
          new Hue("Yellow", "पीला", "#c9b400"),
          new Hue("Grey", "स्लेटी", "#6e6e6e"));
  private static final List<Fruit> FRUITS =
      List.of(
          new Fruit("Mango", "आम"),
          new Fruit("Banana", "केला"),
          new Fruit("Apple", "सेब"),
          new Fruit("Guava", "अमरूद"),
          new Fruit("Papaya", "पपीता"),
          new Fruit("Coconut", "नारियल"),
          new Fruit("Lemon", "नींबू"),
          new Fruit("Grape", "अंगूर"),
          new Fruit("Melon", "खरबूज़ा"),
          new Fruit("Lychee", "लीची"),
          new Fruit("Plum", "आलूबुखारा"),
          new Fruit("Peach", "आड़ू"));

  private final Ids ids;

  public EasyNames(Ids ids) {
    this.ids = ids;
  }

  /// A name that is not in `taken`, and where there is one, of a colour nobody has.
  EasyName next(Set<EasyName> taken) {
    List<EasyName> free = names().stream().filter(name -> !taken.contains(name)).toList();
    List<EasyName> fresh = free.stream().filter(name -> colourFree(name, taken)).toList();
    List<EasyName> choice = fresh.isEmpty() ? free : fresh;
    return choice.get(ids.below(choice.size()));
  }

  /// The name with its Hindi words and its colour, as far as it is one of ours.
  public static Optional<EasyName> of(String english) {
    return names().stream().filter(name -> name.english().equals(english)).findFirst();
  }

  /// What somebody typed, its Hindi words of our names in English, since by that they are kept.
  public static String inEnglish(String typed) {
    Map<String, String> english = new HashMap<>();
    HUES.forEach(hue -> english.put(hue.hindi, hue.english));
    FRUITS.forEach(fruit -> english.put(fruit.hindi, fruit.english));
    return Arrays.stream(typed.split(" ", -1))
        .map(word -> english.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  private static List<EasyName> names() {
    return HUES.stream()
        .flatMap(hue -> FRUITS.stream().map(fruit -> hue.with(fruit)))
        .toList();
  }

  private static boolean colourFree(EasyName name, Set<EasyName> taken) {
    return taken.stream().noneMatch(other -> other.colour().equals(name.colour()));
  }

  private record Hue(String english, String hindi, String colour) {
    EasyName with(Fruit fruit) {
      return new EasyName(
          english + " " + fruit.english, hindi + " " + fruit.hindi, colour);
    }
  }

  private record Fruit(String english, String hindi) {}
}

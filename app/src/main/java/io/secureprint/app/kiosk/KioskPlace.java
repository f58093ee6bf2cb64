// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import java.util.List;
import java.util.Optional;

/// Where the kiosk belongs: the number of a screen from 1, `window`, or `auto` for the second screen
/// where there is one. Screens come and go while the shop is open.
///
/// @param <S> a screen
final class KioskPlace<S> {
  private String wanted = "window";
  private Optional<S> filled = Optional.empty();

  /// Where it goes when people choose, which is a window where there is no such screen.
  Optional<S> choose(String where, List<S> screens, S primary) {
    wanted = where;
    filled = screen(screens, primary);
    return filled;
  }

  /// What to do now that the screens are others.
  Move changed(List<S> screens, S primary) {
    Optional<S> before = filled;
    filled = screen(screens, primary);
    if (filled.isPresent()) {
      return filled.equals(before) ? Move.STAY : Move.FILL;
    }
    // Where it filled no screen by its setting, people have put it where it is.
    return before.isPresent() ? Move.WINDOW : Move.STAY;
  }

  /// The screen that it fills by its setting.
  Optional<S> filled() {
    return filled;
  }

  private Optional<S> screen(List<S> screens, S primary) {
    return switch (wanted) {
      case "window" -> Optional.empty();
      case "auto" -> screens.stream().filter(screen -> !screen.equals(primary)).findFirst();
      default -> screens.stream().skip(Long.parseLong(wanted) - 1).findFirst();
    };
  }

  enum Move {
    STAY,
    /// Its screen is there (again).
    FILL,
    /// Its screen is gone, and the console must not be covered.
    WINDOW
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a person which file to open.
@FunctionalInterface
public interface OpenDialog {
  /// The desktop's own dialog.
  OpenDialog DESKTOP =
      (owner, title, ending) -> {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + ending, "*." + ending));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      };

  /// `ending` is what the names of fitting files end in, without the dot. Empty when given up.
  Optional<Path> which(Window owner, String title, String ending);
}

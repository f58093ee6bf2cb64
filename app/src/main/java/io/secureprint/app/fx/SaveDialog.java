// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a person where a file is to go.
@FunctionalInterface
public interface SaveDialog {
  /// The desktop's own dialog.
  SaveDialog DESKTOP =
      (owner, title, name) -> {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      };

  /// `name` is what the file is called unless the person wants another. Empty when given up.
  Optional<Path> where(Window owner, String title, String name);
}

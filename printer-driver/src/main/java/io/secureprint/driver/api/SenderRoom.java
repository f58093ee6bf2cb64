// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a print sender has beside its own program and the network: folders that it may write to,
/// variables of its environment, and, where it `spools`, a place for temporary files that is in
/// memory, its own, and gone with it.
public record SenderRoom(List<Path> folders, Map<String, String> environment, boolean spools) {
  public static final SenderRoom BARE = new SenderRoom(List.of(), Map.of(), false);

  public SenderRoom {
    folders = folders.stream().map(Path::toAbsolutePath).toList();
    environment = Map.copyOf(environment);
  }
}

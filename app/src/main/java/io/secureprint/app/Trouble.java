// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.store.Database;

import java.net.BindException;

/// Why a shop does not open: a code that is told in words, and what exactly was found.
record Trouble(String code, String detail) {
  static Trouble of(Exception why) {
    return switch (why) {
      case ConfigFile.Unusable unusable ->
          new Trouble("CONFIG_INVALID", String.valueOf(unusable.getMessage()));
      case Database.Unusable unusable ->
          unusable.isBusy()
              ? new Trouble("DATA_FOLDER_BUSY", unusable.getMessage() + ": is the shop open already?")
              : new Trouble(unusable.code(), causes(unusable));
      case BindException unbound -> unbound(unbound);
      case RuntimeException wrong ->
          new Trouble("CANNOT_START", wrong.getClass().getSimpleName() + ": " + causes(wrong));
      default -> new Trouble("CANNOT_START", String.valueOf(why.getMessage()));
    };
  }

  /// The system says in words alone why an address or a port is not to be had.
  private static Trouble unbound(BindException why) {
    String said = String.valueOf(why.getMessage());
    return said.contains("in use")
        ? new Trouble("PORT_TAKEN", said + ": see --http-port, --ws-port, --api-port")
        : new Trouble("ADDRESS_UNUSABLE", said + ": see --bind and the ports");
  }

  static String causes(Throwable thrown) {
    StringBuilder all = new StringBuilder(String.valueOf(thrown.getMessage()));
    for (Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
      all.append("; ").append(at.getMessage());
    }
    return all.toString();
  }
}

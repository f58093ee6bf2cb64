// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import picocli.CommandLine;

/// Where the program starts.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new ShopCommand());
    command.addSubcommand(new VerifyReceiptCommand());
    command.addSubcommand(new ApiKeyCommand());
    int status = command.execute(arguments);
    System.exit(status);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.app.demo.DemoCommand;
import io.secureprint.app.host.CupsPrivacyCommand;
import io.secureprint.app.host.KioskAutostartCommand;

import picocli.CommandLine;

/// Where the program starts.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new ShopCommand());
    command.setCommandName(Installation.command());
    command.addSubcommand(new VerifyReceiptCommand());
    command.addSubcommand(new ApiKeyCommand());
    command.addSubcommand(new CupsPrivacyCommand());
    command.addSubcommand(new KioskAutostartCommand(Installation.person()));
    command.addSubcommand(new DemoCommand());
    command.addSubcommand(new SetSecretCommand());
    command.addSubcommand(new SetPinCommand());
    command.addSubcommand(new RestoreCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    int status = command.execute(arguments);
    System.exit(status);
  }
}

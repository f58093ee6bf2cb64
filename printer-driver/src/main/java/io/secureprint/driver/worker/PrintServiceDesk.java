// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.ServiceCommand;
import io.secureprint.driver.api.ServiceEvent;

import java.io.IOException;

/// A process that tells of the PC's print services as long as somebody asks. No document comes here.
public final class PrintServiceDesk {
  private PrintServiceDesk() {}

  public static void main(String[] arguments) throws IOException {
    // Otherwise the JDK looks for new services every two minutes only.
    System.setProperty("sun.java2d.print.polling", "false");
    PipeReader<ServiceCommand> commands = new PipeReader<>(ServiceCommand.class, System.in);
    PipeWriter<ServiceEvent> events = new PipeWriter<>(ServiceEvent.class, System.out);
    events.send(new ServiceEvent.Ready());
    while (commands.next() instanceof PipeRead.Message<ServiceCommand>(ServiceCommand command)) {
      events.send(
          switch (command) {
            case ServiceCommand.Look(String service) -> ServiceFacts.look(service);
            case ServiceCommand.ListAll() -> ServiceFacts.all();
          });
    }
  }
}

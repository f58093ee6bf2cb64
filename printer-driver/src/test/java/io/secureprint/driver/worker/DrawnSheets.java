// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.ServiceJob;
import io.secureprint.driver.api.Sides;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.print.DocFlavor;
import javax.print.PrintService;

/// Prints sheets to a real service that is made to take no PDF, as Windows' take none. A process of
/// its own, because the JDK asks its environment for the CUPS server once.
final class DrawnSheets {
  private DrawnSheets() {}

  /// Arguments: the service, the job's name, the PDF. Says what became of it.
  public static void main(String[] arguments) throws Exception {
    PrintService real = ServiceFacts.named(arguments[0]).orElseThrow();
    ServiceJob job = new ServiceJob(arguments[0], arguments[1], Paper.A4, Sides.ONE);
    byte[] pdf = Files.readAllBytes(Path.of(arguments[2]));
    System.out.println(new ServicePrinting(withoutPdf(real), job).print(pdf));
  }

  private static PrintService withoutPdf(PrintService real) {
    return (PrintService)
        Proxy.newProxyInstance(
            DrawnSheets.class.getClassLoader(),
            new Class<?>[] {PrintService.class},
            (_, method, values) -> {
              try {
                return method.getName().equals("isDocFlavorSupported")
                    ? !DocFlavor.INPUT_STREAM.PDF.equals(values[0])
                    : method.invoke(real, values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

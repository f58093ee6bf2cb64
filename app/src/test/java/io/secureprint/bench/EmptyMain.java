// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;

/// The least that a program of ours could do: it is ready at once and waits to be stopped.
public final class EmptyMain {
  private EmptyMain() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("READY");
    System.out.flush();
    System.in.transferTo(System.out);
  }
}

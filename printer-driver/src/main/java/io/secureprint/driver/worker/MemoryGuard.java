// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Keeps the memory of this process from being dumped or attached to by others of the same user:
/// prctl(2), PR_SET_DUMPABLE. Only Linux has it; elsewhere nothing happens.
final class MemoryGuard {
  private static final int PR_SET_DUMPABLE = 4;

  private MemoryGuard() {}

  /// True when the kernel has agreed.
  @SuppressWarnings("restricted") // granted by --enable-native-access in JvmFlags
  static boolean raise() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    Optional<MemorySegment> prctl = library.find("prctl");
    if (prctl.isEmpty()) {
      return false;
    }
    MethodHandle call =
        linker.downcallHandle(
            prctl.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try {
      return (int) call.invokeExact(PR_SET_DUMPABLE, 0L) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("prctl", e);
    }
  }
}

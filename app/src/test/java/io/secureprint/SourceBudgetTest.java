// SPDX-License-Identifier: Apache-2.0
package io.secureprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Small files and small methods, because a tail of large ones is where code rots.
final class SourceBudgetTest {
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 30;
  /// A test tells a story, and tables of cases are long.
  private static final int TEST_METHOD_LINES = 40;
  private static final List<String> MODULES = List.of("printer-driver", "agent", "app");

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      long lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES) {
        tooLong.add(file.getFileName() + ": " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noMethodIsLongerThan30Lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new LongMethods(unit, positions, tooLong), null);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everySourceFileNamesItsLicence() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file).getFirst())
          .as("%s", file)
          .isEqualTo("// SPDX-License-Identifier: Apache-2.0");
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().contains("node_modules"))
            .forEach(sources::add);
      }
    }
    assertThat(sources).isNotEmpty();
    return sources;
  }

  private static final class LongMethods extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;
    private String owner = "";

    LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      owner = tree.getSimpleName().toString();
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      LineMap lines = unit.getLineMap();
      long length =
          lines.getLineNumber(positions.getEndPosition(unit, tree))
              - lines.getLineNumber(positions.getStartPosition(unit, tree))
              + 1;
      boolean test = unit.getSourceFile().getName().contains("/src/test/");
      if (length > (test ? TEST_METHOD_LINES : METHOD_LINES)) {
        tooLong.add(owner + "." + tree.getName() + ": " + length);
      }
      return super.visitMethod(tree, null);
    }
  }
}

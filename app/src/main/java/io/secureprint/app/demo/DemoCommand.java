// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.practice.Demo;
import io.secureprint.agent.practice.DemoReport;
import io.secureprint.agent.practice.Practice;
import io.secureprint.agent.practice.Scene;
import io.secureprint.app.fx.Language;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Shows the product by itself: exit code 0 when everything ended as it must.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole product by itself, with scripted customers in a real shop.")
public final class DemoCommand implements Callable<Integer> {
  private static final int NOT_AS_IT_MUST = 1;
  private static final int WRONG_OPTION = 2;
  /// In UTF-8 whatever the locale: Hindi, and the rupee's sign.
  private static final PrintStream OUT = utf8(FileDescriptor.out);
  private static final PrintStream ERR = utf8(FileDescriptor.err);

  @Option(names = "--json", description = "One JSON document on standard output; see docs/demo.md.")
  private boolean json;

  @Option(names = "--keep", description = "Keeps the data folder, and says where it is.")
  private boolean keep;

  @Option(names = "--folder", description = "Prints into a folder; nobody runs out of paper.")
  private boolean folder;

  @Option(
      names = "--lang",
      paramLabel = "en|hi",
      converter = LanguageName.class,
      description = "The language; default en.")
  private Language language = Language.ENGLISH;

  @Option(
      names = "--only",
      paramLabel = "SCENE",
      split = ",",
      converter = SceneName.class,
      description = "Plays this scene alone; may be given several times.")
  private List<Scene> only = List.of(Scene.values());

  @Option(names = "--set", paramLabel = "key=value", description = "Any setting, by its full name.")
  private Map<String, String> more = new HashMap<>();

  @Override
  public Integer call() {
    // What the shop does is told by the demonstration; its log has only what is wrong.
    System.setProperty("sps.log", "WARN");
    Demo demo;
    try {
      demo = Practice.demo(new Demo.Wishes(only, folder, keep, more));
    } catch (ConfigFile.Unusable e) {
      return refuse(WRONG_OPTION, "CONFIG_INVALID", e);
    } catch (IOException e) {
      return refuse(NOT_AS_IT_MUST, "CANNOT_START", e);
    }
    // Whoever does not want to see the end leaves nothing behind either.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(demo), "demo-end"));
    return show(demo);
  }

  /// Says what it came to when nothing of it is left.
  private int show(Demo demo) {
    Narrator narrator = new Narrator(json ? ERR : OUT, new DemoWords(language));
    try {
      DemoReport report = demo.play(narrator);
      narrator.sumUp(report);
      if (!closed(demo)) {
        return NOT_AS_IT_MUST;
      }
      if (json) {
        OUT.println(report.json());
      }
      return report.ok() ? 0 : NOT_AS_IT_MUST;
    } catch (IOException e) {
      return refuse(NOT_AS_IT_MUST, "STORAGE_FAILED", e);
    }
  }

  private static boolean closed(Demo demo) {
    try {
      demo.close();
      return true;
    } catch (IOException e) {
      refuse(NOT_AS_IT_MUST, "STORAGE_FAILED", e);
      return false;
    }
  }

  private static int refuse(int status, String code, Exception why) {
    ERR.println(code + ": " + why.getMessage());
    return status;
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, UTF_8);
  }

  /// `en` or `hi`.
  private static final class LanguageName implements ITypeConverter<Language> {
    @Override
    public Language convert(String name) {
      return switch (name) {
        case "en" -> Language.ENGLISH;
        case "hi" -> Language.HINDI;
        default -> throw new TypeConversionException("en or hi, not " + name);
      };
    }
  }

  /// A scene by its code.
  private static final class SceneName implements ITypeConverter<Scene> {
    @Override
    public Scene convert(String code) {
      return Arrays.stream(Scene.values())
          .filter(scene -> scene.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("one of " + codes() + ", not " + code));
    }

    private static String codes() {
      return Arrays.stream(Scene.values()).map(Scene::code).collect(Collectors.joining(", "));
    }
  }
}

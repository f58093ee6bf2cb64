// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/// Draws every screen in every state, light and dark, English and Hindi, without a window.
public final class Screens {
  private Screens() {}

  /// Writes them as PNG files into the folder that is the one argument.
  public static void main(String[] args) {
    FxThread.start().join();
    write(Path.of(args[0]), _ -> true);
    FxThread.stop();
  }

  /// Writes those whose name is wanted into a folder, which is made if need be. On any thread but FX.
  static void write(Path folder, Predicate<String> wanted) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    each(
        (name, scene) -> {
          if (wanted.test(name)) {
            write(folder.resolve(name + ".png"), scene.snapshot(null));
          }
        });
  }

  /// Lays out every screen and hands it over with its name, on the FX thread. Called on another one: what
  /// a screen leaves to be done later holds it until that is done.
  public static void each(BiConsumer<String, Scene> taker) {
    for (Language language : Language.values()) {
      for (ColorScheme scheme : ColorScheme.values()) {
        for (ScreenState state : ScreenState.all()) {
          CompletableFuture.runAsync(() -> one(state, language, scheme, taker), FxThread::run).join();
        }
      }
    }
  }

  private static void one(
      ScreenState state, Language language, ColorScheme scheme, BiConsumer<String, Scene> taker) {
    Scene scene = state.scene(language);
    new Theme(new SimpleObjectProperty<>(scheme)).dress(scene);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    state.act(scene);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    taker.accept(name(state, language, scheme), scene);
    ((SampleShop) scene.getUserData()).followers.forEach(Runnable::run);
    scene.setRoot(new Group());
  }

  private static String name(ScreenState state, Language language, ColorScheme scheme) {
    return String.join("-", state.name(), language == Language.HINDI ? "hi" : "en", scheme.name())
        .toLowerCase(Locale.ROOT);
  }

  private static void write(Path file, WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

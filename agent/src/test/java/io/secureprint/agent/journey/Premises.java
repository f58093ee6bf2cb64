// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.driver.testprinter.PrintHost;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Where journeys are tested: a print host, one for the whole class where the field is static, else one
/// for each test; and a shop on it, which is closed with whoever opened it, the test or the class.
final class Premises
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final Supplier<Path> folder;
  private @Nullable PrintHost host;
  private @Nullable OpenShop shop;
  private boolean forTheClass;
  private boolean shopForTheClass;
  private int tests;

  /// `folder` is a temporary one, which lives as long as the print host.
  Premises(Supplier<Path> folder) {
    this.folder = folder;
  }

  PrintHost host() {
    return Objects.requireNonNull(host, "not begun");
  }

  /// The data folder of this test's shop.
  Path data() {
    return folder.get().resolve("data-" + tests);
  }

  /// Opens the shop, after it has closed if it was open.
  OpenShop open(Map<String, String> settings) throws Exception {
    closeShop();
    shopForTheClass = tests == 0;
    OpenShop opened = OpenShop.open(data(), host(), settings);
    shop = opened;
    return opened;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    forTheClass = true;
    startHost();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    tests++;
    if (!forTheClass) {
      startHost();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (!shopForTheClass) {
      closeShop();
    }
    if (!forTheClass) {
      host().close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    closeShop();
    host().close();
  }

  private void startHost() throws IOException {
    host = PrintHost.start(folder.get().resolve("host"));
  }

  private void closeShop() {
    if (shop != null) {
      shop.close();
      shop = null;
    }
  }
}

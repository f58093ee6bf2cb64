// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.testhost.TestHost;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The customer's own browser, against the whole product, on a host with a network of its own: a
/// phone's page is not on loopback, where browsers are kinder.
final class BrowserJourneyTest {
  private static final Path WEB = Path.of("src/main/web").toAbsolutePath();

  @TempDir private Path scratch;

  @ParameterizedTest
  @CsvSource({"cash, cups", "upi, ipp"})
  void aBrowserAt360By800PrintsPaysAndKeepsAVerifiedReceipt(String method, String printer)
      throws IOException, InterruptedException {
    assertThat(journey(method, printer)).contains("owed=[]");
  }

  @ParameterizedTest
  @CsvSource({
    "upi, cups, ''", "upi, ipp, ''", "upi, folder, ''", "upi, javax, PRINT_IN_DOUBT",
    "upi-message, cups, ''", "upi-late, ipp, ''", "upi-short, folder, ''",
    "upi-twice, cups, PAYMENT_DUPLICATE",
  })
  @Tag("campaign")
  @Tag("browser")
  void whateverWayMoneyAndSheetsGoTheBrowserGetsItsPaperOnce(
      String method, String printer, String owed) throws IOException, InterruptedException {
    assertThat(journey(method, printer)).contains("owed=[" + owed + "]");
  }

  private List<String> journey(String method, String printer)
      throws IOException, InterruptedException {
    List<String> lines =
        TestHost.onANetwork(
            BrowserJourney.class, scratch.toString(), WEB.toString(), method, printer);
    assertThat(lines)
        .contains(
            "secure=false",
            "hash=\"\"",
            "foreign=[]",
            "jobs=1",
            "sheets=2",
            "unlike=0")
        .anySatisfy(line -> assertThat(line).startsWith("amount=").contains("₹4.00"));
    return lines;
  }

  @Test
  void aCustomerMayHaveGreysTwoPagesASideOnBothSidesOfLetter()
      throws IOException, InterruptedException {
    assertThat(
            TestHost.onANetwork(
                BrowserJourney.class, scratch.toString(), WEB.toString(), "layout", "cups"))
        .contains("jobs=1", "sheets=2", "unlike=0", "coloured=0", "width=612")
        .anySatisfy(line -> assertThat(line).startsWith("amount=").contains("₹3.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "cash, en-IN, light", "cash, hi-IN, dark", "upi, en-IN, light", "upi, hi-IN, dark",
    "layout, en-IN, light", "layout, hi-IN, dark"
  })
  @Tag("screenshots")
  void writesThePicturesOfTheDocumentation(String method, String locale, String scheme)
      throws IOException, InterruptedException {
    Path pictures = Files.createDirectories(Path.of("..", "docs", "screens")).toRealPath();
    assertThat(
            TestHost.onANetwork(
                BrowserJourney.class,
                scratch.toString(), WEB.toString(), method, "cups", pictures.toString(), locale, scheme))
        .contains("jobs=1");
  }
}

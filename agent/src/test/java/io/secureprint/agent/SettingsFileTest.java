// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

final class SettingsFileTest {
  private static final String BY_HAND =
      """
      # our shop, ask Asha before you change anything

      [shop]
      name = "Sharma # Sons"   # as on the board

      [printer]
        queue = "FrontLaser"

      # paise
      [prices]
      monoOne = 250

      """;

  @TempDir private Path folder;

  @Test
  void whatAPersonWroteStaysAsItWas() throws Exception {
    Files.writeString(file(), BY_HAND);
    settings()
        .save(
            Map.of(
                "shop.name", "Asha \"Xerox\" \\ आशा",
                "printer.queue", "Back",
                "prices.monoTwo", "175",
                "session.idle", "PT15M"));
    assertThat(Files.readString(file()))
        .isEqualTo(
            """
            # our shop, ask Asha before you change anything

            [shop]
            name = "Asha \\"Xerox\\" \\\\ आशा"   # as on the board

            [printer]
              queue = "Back"

            # paise
            [prices]
            monoOne = 250
            monoTwo = 175

            [session]
            idle = "PT15M"
            """);
    assertThat(settings().values())
        .containsEntry("shop.name", "Asha \"Xerox\" \\ आशा")
        .containsEntry("session.idle", "PT15M")
        .containsEntry("session.files", "30");
  }

  @Test
  void aFirstFileIsForTheShopsUserAlone() throws Exception {
    settings().save(Map.of("shop.name", "Asha", "shop.live", "true"));
    assertThat(ConfigFile.read(file(), Map.of()).shop().name()).isEqualTo("Asha");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  /// Forms of TOML that a person may choose, too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.name = 'Asha'\nprices.monoOne = 250\n",
        "shop = { name = 'Asha' } # all in one\nprices = { monoOne = 250 }\n",
        "[shop]\n'name' = \"\"\"\nAsha\"\"\"\n[prices]\nmonoOne = 2_50\n",
        "[shop]\nname = \"\"\"\nname = 1\n[prices]\n\"\"\"\n[prices]\nmonoOne = 250\n"
      })
  void everyFormOfTheFileKeepsItsOtherValues(String text) throws Exception {
    Files.writeString(file(), text);
    settings().save(Map.of("shop.name", "Vikram", "prices.monoTwo", "10"));
    AgentConfig read = ConfigFile.read(file(), Map.of());
    assertThat(read.shop().name()).isEqualTo("Vikram");
    assertThat(read.prices().monoOne()).isEqualTo(250);
    assertThat(read.prices().monoTwo()).isEqualTo(10);
    settings().save(Map.of("shop.name", "Meena"));
    assertThat(ConfigFile.read(file(), Map.of()).shop().name()).isEqualTo("Meena");
  }

  @Test
  void lostCommentsAreOwnedUpTo() throws Exception {
    Files.writeString(file(), "shop = { name = 'Asha' } # all in one\n");
    settings().save(Map.of("shop.name", "Vikram"));
    assertThat(Files.readString(file())).contains("Comments that stood here are gone");
  }

  @Test
  void everyWrongValueIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(file(), BY_HAND);
    Map<String, String> wrong =
        Map.of(
            "shop.name", " ",
            "session.files", "many",
            "upi.address", "asha",
            "prices.monoOne", "300");
    assertThat(settings().refused(wrong))
        .extracting(SettingRefused::key, SettingRefused::code)
        .containsExactlyInAnyOrder(
            tuple("shop.name", "SHOP_NAME"),
            tuple("session.files", "SETTING_NUMBER"),
            tuple("upi.address", "UPI_ADDRESS"));
    assertThatThrownBy(() -> settings().save(wrong)).isInstanceOf(ConfigFile.Unusable.class);
    assertThat(Files.readString(file())).isEqualTo(BY_HAND);
  }

  @Test
  void aRuleBetweenTwoSettingsIsNamedOnce() {
    assertThat(settings().refused(Map.of("printer.kind", "folder", "printer.folder", "/srv/p")))
        .extracting(SettingRefused::key)
        .containsExactly("printer.keepsCopy");
  }

  @Test
  void aKeyThatDoesNotExistIsRefusedWhoeverWroteIt() throws Exception {
    assertThat(settings().refused(Map.of("shop.nmae", "x")))
        .extracting(SettingRefused::code)
        .containsExactly("SETTING_UNKNOWN");
    Files.writeString(file(), "[shop]\nnmae = 'x'\n");
    assertThatThrownBy(() -> settings().save(Map.of("shop.name", "Asha")))
        .isInstanceOfSatisfying(
            ConfigFile.Unusable.class,
            unusable -> assertThat(unusable.refused().key()).isEqualTo("shop.nmae"));
  }

  @Test
  void theCommandLineDecidesInItsRunAndIsNotWritten() throws Exception {
    SettingsFile settings = new SettingsFile(file(), Map.of("session.files", "7"));
    assertThat(settings.values()).containsEntry("session.files", "7");
    assertThat(settings.fixed()).containsExactly("session.files");
    settings.save(Map.of("shop.name", "Asha"));
    assertThat(settings().values()).containsEntry("session.files", "30");
  }

  @Test
  void aBrokenFileIsToldAndLeftAlone() throws Exception {
    Files.writeString(file(), "[shop\n");
    assertThat(settings().refused(Map.of("shop.name", "Asha")))
        .extracting(SettingRefused::code)
        .isEqualTo(List.of("SETTINGS_UNREADABLE"));
    assertThat(Files.readString(file())).isEqualTo("[shop\n");
  }

  private SettingsFile settings() {
    return new SettingsFile(file(), Map.of());
  }

  private Path file() {
    return folder.resolve("config.toml");
  }
}

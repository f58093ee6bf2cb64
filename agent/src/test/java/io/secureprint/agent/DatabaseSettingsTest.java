// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.store.DatabasePlace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;

final class DatabaseSettingsTest {
  private static final Path FOLDER = Path.of("db");

  @Test
  void withoutAnAddressTheRecordsAreAFileInTheDataFolder() {
    assertThat(new DatabaseSettings("", "sps").place(FOLDER, ""))
        .isEqualTo(new DatabasePlace.Folder(FOLDER));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://192.168.1.20/shop, jdbc:postgresql://192.168.1.20/shop?sslmode=require",
    "jdbc:postgresql://nuc.lan:5433/shop?currentSchema=a, jdbc:postgresql://nuc.lan:5433/shop?currentSchema=a&sslmode=require",
    "jdbc:postgresql://nuc/shop?sslmode=verify-full, jdbc:postgresql://nuc/shop?sslmode=verify-full",
    "jdbc:postgresql://nuc/shop?sslmode=disable, jdbc:postgresql://nuc/shop?sslmode=disable",
    "jdbc:postgresql://127.0.0.1/shop, jdbc:postgresql://127.0.0.1/shop",
    "jdbc:postgresql://[::1]:5432/shop, jdbc:postgresql://[::1]:5432/shop"
  })
  void whatCrossesANetworkIsEncryptedUnlessTheOwnerSaysOtherwise(String given, String used) {
    assertThat(new DatabaseSettings(given, "sps").place(FOLDER, "s3cret"))
        .isEqualTo(new DatabasePlace.Server(used, "sps", "s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "database.url, mysql://x/y, DATABASE_ADDRESS",
    "database.url, jdbc:postgresql://h/d?password=x, DATABASE_ADDRESS",
    "database.url, jdbc:postgresql://u:p@h/d, DATABASE_ADDRESS",
    "database.url, jdbc:postgresql://h/d?socketFactory=x, DATABASE_ADDRESS",
    "database.url, jdbc:postgresql://h/d?sslmode=prefer, DATABASE_ADDRESS",
    "database.password, x, SETTING_UNKNOWN"
  })
  void neitherPasswordsNorWhatUndoesTheEncryptionAreSettings(String key, String value, String code) {
    assertThatThrownBy(() -> ConfigFile.read(Path.of("none.toml"), Map.of(key, value)))
        .isInstanceOfSatisfying(
            ConfigFile.Unusable.class,
            unusable -> {
              assertThat(unusable.refused().key()).isEqualTo(key);
              assertThat(unusable.refused().code()).isEqualTo(code);
              assertThat(unusable.refused().detail()).isEmpty();
            });
  }

  @Test
  void aPasswordStaysOutOfTexts() {
    assertThat(new DatabaseSettings("jdbc:postgresql://h/d", "sps").place(FOLDER, "s3cret").toString())
        .doesNotContain("s3cret");
  }
}

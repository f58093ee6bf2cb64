// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.app.SampleChoices;
import io.secureprint.app.SampleOutside;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.form.FieldModel;
import io.secureprint.app.fx.Background;
import io.secureprint.app.printers.PrinterPickerViewModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

final class SettingsViewModelTest {
  @TempDir private Path folder;
  private final SampleChoices choices = new SampleChoices();
  private final List<Map<String, String>> applied = new ArrayList<>();
  private final AtomicInteger reopenings = new AtomicInteger();
  private SampleStaff staff;
  private Shift shift;
  private SettingsViewModel model;

  @BeforeEach
  void theOwnerIsHere() {
    staff = new SampleStaff(folder, new SettableClock()).hire();
    shift = staff.shift();
    TestStaff.enter(shift, "Asha");
    Background atOnce = new Background(Runnable::run, Runnable::run);
    model =
        new SettingsViewModel(
            staff.owner(shift),
            new PrinterPickerViewModel(choices, atOnce, Runnable::run),
            new SampleOutside().outside(),
            atOnce,
            new SettingsViewModel.Ways(applied::add, reopenings::incrementAndGet));
    model.onOpen();
  }

  @Test
  void whatIsSavedIsInTheFileAndCountsAtTheNextOpening() throws Exception {
    type(Topic.SESSIONS, "session.idle", "7.5");
    model.onSave();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(model.waiting().get()).isTrue();
    assertThat(Files.readString(staff.file())).contains("idle = \"PT7M30S\"");
    model.onReopen();
    assertThat(reopenings).hasValue(1);
  }

  @Test
  void whatCountsAtOnceDoesNotWaitForAnOpening() throws Exception {
    type(Topic.SCREENS, "screens.theme", "dark");
    model.onSave();
    type(Topic.PEOPLE, "people.lockAfter", "3");
    model.onSave();
    assertThat(model.waiting().get()).isFalse();
    assertThat(applied)
        .containsExactly(Map.of("screens.theme", "dark"), Map.of("people.lockAfter", "PT3M"));
    assertThat(Files.readString(staff.file())).contains("theme = \"dark\"");
  }

  @Test
  void refusedValuesAreToldAtTheirFieldsAndNothingIsSaved() throws Exception {
    type(Topic.MONEY, "upi.address", "asha");
    type(Topic.MONEY, "people.pinAbove", "much");
    type(Topic.MONEY, "upi.name", "Asha Xerox");
    type("gateway.keySecret", "s3cret");
    model.onSave();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Wrong());
    assertThat(model.form(Topic.MONEY).fields())
        .filteredOn(field -> field.wrong().get() != null)
        .extracting(field -> field.setting().key(), field -> requireNonNull(field.wrong().get()).code())
        .containsExactly(tuple("upi.address", "UPI_ADDRESS"), tuple("people.pinAbove", "SETTING_SUM"));
    assertThat(staff.file()).doesNotExist();
    assertThat(isSet("gateway.keySecret")).isFalse();

    type(Topic.MONEY, "upi.address", "asha@bank");
    type(Topic.MONEY, "people.pinAbove", "₹1,500");
    model.onSave();
    assertThat(ConfigFile.read(staff.file(), Map.of()).upi().name()).isEqualTo("Asha Xerox");
    assertThat(isSet("gateway.keySecret")).isTrue();
  }

  @Test
  void aSecretIsKeptAndGoneFromTheScreen() {
    type(Topic.MONEY, "upi.address", "asha@bank");
    type("gateway.keySecret", "s3cret");
    model.onSave();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(secret("gateway.keySecret").typed().get()).isEmpty();
    assertThat(secret("gateway.keySecret").set().get()).isTrue();
    assertThat(secret("gateway.webhookSecret").set().get()).isFalse();
    assertThat(model.waiting().get()).isTrue();
    assertThat(isSet("gateway.keySecret")).isTrue();
  }

  @Test
  void aSecretThatWasTypedButNotSavedIsNotSaidToBeSet() {
    model.topic().set(Topic.MONEY);
    type("gateway.keySecret", "s3cret");
    type(Topic.SCREENS, "screens.theme", "dark");
    model.onSave();
    assertThat(secret("gateway.keySecret").set().get()).isFalse();
    assertThat(secret("gateway.keySecret").typed().get()).isEqualTo("s3cret");
    assertThat(isSet("gateway.keySecret")).isFalse();
  }

  @Test
  void aSecretThatIsRefusedIsToldAndStaysTyped() {
    model.topic().set(Topic.MONEY);
    type("gateway.keySecret", "s".repeat(1_025));
    model.onSave();
    assertThat(model.outcome().get())
        .isEqualTo(new Outcome.Refused("SETTING_VALUE", "gateway.keySecret"));
    assertThat(secret("gateway.keySecret").typed().get()).hasSize(1_025);
    assertThat(model.waiting().get()).isFalse();
  }

  @Test
  void anotherPrinterIsSavedAndAFolderTakesThePinOnceMore() throws Exception {
    model.topic().set(Topic.PRINTER);
    model.printers().chosen().set(SampleChoices.FOLDER);
    model.onSave();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Refused("PIN_NEEDED", ""));
    assertThat(staff.file()).doesNotExist();

    TestStaff.authorize(shift, Permission.KEEP_COPIES, "Asha");
    model.onSave();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(ConfigFile.read(staff.file(), Map.of()).printer().keepsCopy()).isTrue();
    model.onSave();
    assertThat(applied.getLast()).as("what is saved already").isEmpty();
  }

  @Test
  void staffDoNotGetIn() {
    model.onLeave();
    TestStaff.enter(shift, "Ravi");
    model.onOpen();
    assertThat(model.look().get()).isEqualTo(new Look.Closed("PIN_NEEDED", ""));
  }

  @Test
  void whatTheOwnerOpensBehindTheLockIsClosedForWhoeverComesNext() {
    model.onLeave();
    TestStaff.enter(shift, "Ravi");
    shift.asksBy(_ -> {
      shift.lock();
      model.onLeave();
      TestStaff.authorize(shift, Permission.CHANGE_SETTINGS, "Asha");
      return true;
    });
    model.onOpen();
    assertThat(model.look().get()).isEqualTo(new Look.Closed("", ""));
    assertThat(shift.asks(Permission.CHANGE_SETTINGS)).isTrue();
  }

  @Test
  void whatWasTypedIsGoneWhenTheOwnerGoes() {
    type(Topic.SHOP, "shop.name", "Another");
    type("gateway.keySecret", "s3cret");
    model.onLeave();
    assertThat(model.look().get()).isEqualTo(new Look.Closed("", ""));
    assertThat(secret("gateway.keySecret").typed().get()).isEmpty();
    model.onOpen();
    assertThat(field(Topic.SHOP, "shop.name").isChanged()).isFalse();
  }

  @Test
  void aFileThatWasBrokenByHandIsToldByItsSetting() throws Exception {
    model.onLeave();
    Files.writeString(staff.file(), "shop.nmae = 1");
    model.onOpen();
    assertThat(model.look().get()).isEqualTo(new Look.Closed("SETTING_UNKNOWN", "shop.nmae"));
  }

  /// As whoever opens the settings next finds it.
  private boolean isSet(String secret) {
    return staff.owner(shift).open() instanceof OwnerDesk.Page.Opened opened
        && Boolean.TRUE.equals(opened.secrets().get(secret));
  }

  private void type(Topic topic, String setting, String text) {
    model.topic().set(topic);
    field(topic, setting).text().set(text);
  }

  private void type(String secret, String text) {
    secret(secret).typed().set(text);
  }

  private FieldModel field(Topic topic, String setting) {
    return model.form(topic).fields().stream()
        .filter(field -> field.setting().key().equals(setting))
        .findFirst()
        .orElseThrow();
  }

  private SecretModel secret(String name) {
    return model.secrets().stream()
        .filter(secret -> secret.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.access.Person;
import io.secureprint.app.SampleChoices;
import io.secureprint.app.form.FieldModel;
import io.secureprint.app.form.Form;
import io.secureprint.app.pin.TypedPin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class SetupViewModelTest {
  @TempDir private Path folder;
  private SampleSetup shop;
  private SetupViewModel model;

  @BeforeEach
  void openForTheFirstTime() {
    shop = new SampleSetup(folder);
    model = opened();
  }

  @Test
  void aWrongValueStaysOnItsPageWithItsCode() throws Exception {
    model.onNext();
    model.onNext();
    assertThatIsRefused(Step.SHOP, model.shop(), "SHOP_NAME");
    type(model.shop(), "Asha Xerox");
    model.onNext();
    type(model.upi(), "asha");
    model.onNext();
    assertThatIsRefused(Step.UPI, model.upi(), "UPI_ADDRESS");
    assertThat(shop.start().said()).containsExactly("shop.name");

    type(model.upi(), "asha@bank");
    assertThat(field(model.upi()).wrong().get()).isNull();
    model.onNext();
    assertThat(model.step().get()).isEqualTo(Step.PRINTER);
  }

  @Test
  void aPriceInWordsStaysOnItsPageToo() throws Exception {
    goTo(Step.PRICES);
    type(model.prices(), "two");
    model.onNext();
    assertThatIsRefused(Step.PRICES, model.prices(), "SETTING_SUM");
    type(model.prices(), "3.50");
    model.onNext();
    assertThat(shop.start().values()).containsEntry("prices.monoOne", "350");
  }

  @Test
  void itIsResumedWhereItWasLeft() {
    goTo(Step.PRINTER);
    model.printers().chosen().set(SampleChoices.LASER);
    model.onLater();
    assertThat(shop.decided).containsExactly(SetupChoice.LATER);

    SetupViewModel again = opened();
    assertThat(again.step().get()).isEqualTo(Step.PRINTER);
    assertThat(field(again.upi()).text().get()).isEqualTo("asha@bank");
    assertThat(again.printers().chosen().get()).as("not kept by Next").isNull();
    again.onBack();
    again.onBack();
    assertThat(field(again.shop()).text().get()).isEqualTo("Asha Xerox");
  }

  @Test
  void aPrinterMustBeChosen() {
    goTo(Step.PRINTER);
    model.onNext();
    assertThat(model.step().get()).isEqualTo(Step.PRINTER);
    assertThat(model.trouble().get()).isEqualTo("PRINTER_NOT_CHOSEN");
  }

  @Test
  void aFolderThatIsChosenIsTheOwnersWordThatItKeepsCopies() throws Exception {
    goTo(Step.PRINTER);
    model.printers().chosen().set(SampleChoices.FOLDER);
    model.onNext();
    assertThat(model.step().get()).isEqualTo(Step.PRICES);
    assertThat(shop.start().values()).containsEntry("printer.keepsCopy", "true");
    assertThat(opened().printers().chosen().get()).isEqualTo(SampleChoices.FOLDER);
  }

  @Test
  void thePracticeShopLeavesNothingBehindHere() {
    model.onPractice();
    assertThat(shop.decided).containsExactly(SetupChoice.PRACTICE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutAnOwnersPinItDoesNotFinish() throws Exception {
    goTo(Step.OWNER);
    model.onNext();
    assertThat(wrongPin()).isEqualTo("PIN_LENGTH");
    typePin("4711", "4712");
    model.onNext();
    assertThat(wrongPin()).isEqualTo("PIN_DIFFERS");
    typePin("1234", "1234");
    model.owner().set("Asha");
    model.onNext();
    assertThat(wrongPin()).isEqualTo("PIN_EASY");
    model.owner().set(" ");
    typePin("4711", "4711");
    model.onNext();
    assertThat(model.ownerWrong().get()).isEqualTo("PERSON_NAME");

    assertThat(model.step().get()).isEqualTo(Step.OWNER);
    assertThat(shop.start().owner()).isEmpty();
    assertThat(opened().step().get()).isEqualTo(Step.OWNER);
    assertThat(shop.folders.config()).doesNotExist();
  }

  @Test
  void anOwnerWithAPinMayJustGoOnButAnotherNameTakesAPin() throws Exception {
    goTo(Step.DONE);
    model.onBack();
    model.owner().set("Asha Sharma");
    model.onNext();
    assertThat(model.step().get()).isEqualTo(Step.OWNER);
    assertThat(wrongPin()).isEqualTo("PIN_LENGTH");

    model.owner().set("Asha");
    model.onNext();
    assertThat(model.step().get()).isEqualTo(Step.DONE);
    assertThat(shop.start().owner().map(Person::name)).contains("Asha");
  }

  @Test
  void theChosenLanguageIsTheShops() throws Exception {
    goTo(Step.DONE);
    model.onOtherLanguage();
    model.onNext();
    assertThat(shop.decided).containsExactly(SetupChoice.SHOP);
    assertThat(ConfigFile.read(shop.folders.config(), Map.of()).screens().language()).isEqualTo("hi");
  }

  @Test
  void aDiskThatTakesNothingIsToldAndTheShopDoesNotOpen() throws IOException {
    goTo(Step.DONE);
    Files.createDirectories(shop.folders.config().resolve("in-the-way"));
    model.onNext();
    assertThat(model.trouble().get()).isEqualTo("STORAGE_FAILED");
    assertThat(model.busy().get()).isFalse();
    assertThat(shop.decided).isEmpty();
  }

  private void goTo(Step step) {
    while (model.step().get() != step) {
      switch (model.step().get()) {
        case SHOP -> type(model.shop(), "Asha Xerox");
        case UPI -> type(model.upi(), "asha@bank");
        case PRINTER -> model.printers().chosen().set(SampleChoices.LASER);
        case OWNER -> {
          model.owner().set("Asha");
          typePin("4711", "4711");
        }
        case WELCOME, PRICES, DONE -> {}
      }
      model.onNext();
    }
  }

  private void typePin(String first, String again) {
    TypedPin.type(model.pin(), first, again);
  }

  private String wrongPin() {
    return TypedPin.wrong(model.pin());
  }

  private void assertThatIsRefused(Step on, Form form, String code) {
    assertThat(model.step().get()).isEqualTo(on);
    assertThat(requireNonNull(field(form).wrong().get()).code()).isEqualTo(code);
  }

  private static void type(Form form, String text) {
    field(form).text().set(text);
  }

  private static FieldModel field(Form form) {
    return form.fields().getFirst();
  }

  private SetupViewModel opened() {
    return shop.open(Runnable::run, Runnable::run);
  }
}

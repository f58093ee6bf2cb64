// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class FirstStartTest {
  @TempDir private Path data;

  @Test
  void whatWasSaidIsThereAfterTheProgramWasClosed() throws Exception {
    assertThat(start().keep(Map.of("shop.name", "Asha Xerox"))).isEmpty();
    assertThat(start().said()).containsExactly("shop.name");
    assertThat(start().values()).containsEntry("shop.name", "Asha Xerox");
    assertThat(FirstStart.isDue(folders().config())).isTrue();
  }

  @Test
  void aWrongPageIsToldAndKeepsNothing() throws Exception {
    assertThat(start().keep(Map.of("shop.name", " ", "upi.address", "asha@bank")))
        .extracting(SettingRefused::key)
        .containsExactly("shop.name");
    assertThat(start().said()).isEmpty();
  }

  @Test
  void theShopIsSetUpOnceItHasAnOwnerWithAPin() throws Exception {
    start().keep(Map.of("shop.name", "Asha Xerox"));
    assertThatThrownBy(() -> start().finish()).isInstanceOf(IllegalStateException.class);
    assertThat(start().owner("Asha", TestStaff.pin("Asha"))).isEmpty();
    start().finish();
    assertThat(FirstStart.isDue(folders().config())).isFalse();
    assertThat(folders().setup()).doesNotExist();
    assertThat(ConfigFile.read(folders().config(), Map.of()).shop())
        .isEqualTo(new AgentConfig.Shop("Asha Xerox", true));
  }

  @Test
  void theOwnerMayBeSaidAnew() throws IOException {
    start().owner("Asah", TestStaff.pin("Asha"));
    assertThat(start().owner("Asah", TestStaff.pin("Ravi"))).isEmpty();
    assertThat(start().owner("Asha", TestStaff.pin("Ravi"))).isEmpty();
    assertThat(start().owner().map(Person::name)).contains("Asha");
    assertThat(start().owner("", TestStaff.pin("Ravi"))).contains("PERSON_NAME");
    assertThat(start().owner().map(Person::name)).contains("Asha");
  }

  @Test
  void aDraftThatCannotBeReadIsGivenUp() throws Exception {
    Files.writeString(folders().setup(), "[shop\n");
    assertThatThrownBy(() -> start().values()).isInstanceOf(ConfigFile.Unusable.class);
    start().mend();
    assertThat(start().said()).isEmpty();
  }

  private FirstStart start() {
    return new FirstStart(folders(), folders().config(), Ids.secure());
  }

  private Folders folders() {
    return new Folders(data);
  }
}

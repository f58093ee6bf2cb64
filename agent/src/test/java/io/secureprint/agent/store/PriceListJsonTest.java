// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Discount;
import io.secureprint.agent.pricing.PaperPrices;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.driver.api.Paper;

import tools.jackson.core.JacksonException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

final class PriceListJsonTest {
  private static final String WRITTEN =
      "{\"papers\":{\"A4\":{\"colourOne\":{\"breaks\":[{\"each\":500,\"from\":100}],\"each\":1000},"
          + "\"colourTwo\":{\"breaks\":[],\"each\":900},\"monoOne\":{\"breaks\":[],\"each\":200},"
          + "\"monoTwo\":{\"breaks\":[],\"each\":150},\"sheet\":50}},\"minimum\":200,"
          + "\"discount\":{\"name\":\"Student week\",\"percent\":10}}";

  @Test
  void aListReadsBackAsItWas() {
    PriceList list = list();
    String text = PriceListJson.write(list);
    assertThat(PriceListJson.read(text)).isEqualTo(list);
    assertThat(PriceListJson.read(WRITTEN)).isEqualTo(list);
    PriceList plain = new PriceList(list.papers(), list.minimum(), null);
    assertThat(PriceListJson.read(PriceListJson.write(plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"minimum\":200,|", "\"minimum\":200|\"minimum\":null", "\"minimum\":200|\"minimum\":\"200\"",
        "\"minimum\":200|\"minimum\":200.5", "\"minimum\":200|\"minimum\":20",
        "\"minimum\":200|\"minimum\":200,\"minimum\":300", "\"minimum\":200|\"minimum\":200,\"tax\":18",
        "\"A4\"|\"A9\"", "\"A4\"|\"0\"", "\"sheet\":50|\"sheet\":-50", "\"each\":500|\"each\":2000",
        "\"from\":100|\"from\":1", "\"percent\":10|\"percent\":100", "\"papers\":|\"paper\":",
        ",\"discount\":{\"name\":\"Student week\",\"percent\":10}|"
      })
  void whatThisProgramWouldNotHaveWrittenIsNotRead(String part, String instead) {
    assertThat(WRITTEN).contains(part);
    String text = WRITTEN.replace(part, instead == null ? "" : instead);
    assertThatThrownBy(() -> PriceListJson.read(text)).isInstanceOf(JacksonException.class);
  }

  private static PriceList list() {
    Rate colour = new Rate(new Paise(1_000), List.of(new Rate.Break(100, new Paise(500))));
    PaperPrices a4 =
        new PaperPrices(
            Rate.of(new Paise(200)), Rate.of(new Paise(150)), colour, Rate.of(new Paise(900)),
            new Paise(50));
    return new PriceList(
        Map.of(Paper.A4, a4), new Paise(200), new Discount("Student week", 10));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.Takings;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.IntStream;

/// What came in each hour of the day, beside what is usual on such a day. It shows the hours in which
/// shops are open, and more where money came.
final class TakingsChart extends BarChart<String, Number> {
  private static final int OPENS = 9;
  private static final int CLOSES = 20;

  private final Messages messages;

  TakingsChart(Messages messages) {
    super(new CategoryAxis(), new NumberAxis());
    this.messages = messages;
    setId("takings");
    setAnimated(false);
    setHorizontalGridLinesVisible(true);
    setVerticalGridLinesVisible(false);
    setBarGap(0);
    setCategoryGap(6);
    NumberAxis money = (NumberAxis) getYAxis();
    money.setMinorTickVisible(false);
    money.setTickLabelFormatter(new WholeRupees());
    getXAxis().setAnimated(false);
    money.setAnimated(false);
  }

  void show(Takings.Day day, Takings.Usual usual) {
    List<Integer> hours = hours(day, usual);
    ((CategoryAxis) getXAxis())
        .setCategories(
            FXCollections.observableList(hours.stream().map(TakingsChart::label).toList()));
    if (usual.isKnown()) {
      getData().setAll(List.of(today(day, hours), usually(day.date(), usual, hours)));
    } else {
      getData().setAll(List.of(today(day, hours)));
    }
    hours.forEach(hour -> tell(day, hour, hours.getFirst()));
  }

  /// From opening to closing as is the custom, wider where money came.
  static List<Integer> hours(Takings.Day day, Takings.Usual usual) {
    int[] paid =
        IntStream.range(0, Takings.HOURS)
            .filter(
                hour ->
                    day.hours().get(hour).value() + usual.hours().get(hour).value() > 0)
            .toArray();
    int first = paid.length == 0 ? OPENS : Math.min(OPENS, paid[0]);
    int last = paid.length == 0 ? CLOSES : Math.max(CLOSES, paid[paid.length - 1]);
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private Series<String, Number> today(Takings.Day day, List<Integer> hours) {
    return series(messages.text(Phrase.TODAY), day.hours(), hours);
  }

  private Series<String, Number> usually(
      LocalDate date, Takings.Usual usual, List<Integer> hours) {
    String weekday =
        date.getDayOfWeek().getDisplayName(TextStyle.FULL, messages.locale());
    return series(messages.text(Phrase.TODAY_USUAL, weekday), usual.hours(), hours);
  }

  private static Series<String, Number> series(
      String name, List<Paise> money, List<Integer> hours) {
    return new Series<>(
        name,
        FXCollections.observableList(
            hours.stream()
                .map(
                    hour ->
                        new Data<String, Number>(label(hour), money.get(hour).value() / 100.0))
                .toList()));
  }

  /// The amount itself, for whoever points at the bar.
  private void tell(Takings.Day day, int hour, int first) {
    Data<String, Number> bar = getData().getFirst().getData().get(hour - first);
    String span = label(hour) + "–" + label((hour + 1) % Takings.HOURS);
    Tooltip.install(
        bar.getNode(),
        new Tooltip(messages.text(Phrase.TIP, day.hours().get(hour).inRupees(), span)));
  }

  private static String label(int hour) {
    return Integer.toString(hour);
  }

  /// The axis says amounts of money without paise.
  private static final class WholeRupees extends StringConverter<Number> {
    @Override
    public String toString(Number rupees) {
      String money = new Paise(Math.round(rupees.doubleValue() * 100)).inRupees();
      return money.substring(0, money.indexOf('.'));
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("nobody types into an axis");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.definition.StepType;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a step begins as, and where it may stand: so that an owner changes something that works
/// instead of filling in an empty sheet.
public final class NewStep {
  private static final Map<StepType, String> BEGINNINGS =
      Map.of(
          StepType.FORM,
          """
          {"label":{"en":"A question","hi":"एक सवाल"},"config":{"dataKey":"answers","fields":[
            {"key":"answer","type":"text","required":true,"label":{"en":"Your answer","hi":"आपका जवाब"}}]}}
          """,
          StepType.INFO,
          """
          {"label":{"en":"Good to know","hi":"जानने की बात"},
           "config":{"message":{"en":"We close at 8 o’clock.","hi":"दुकान 8 बजे बंद होती है।"}}}
          """,
          StepType.CONFIRMATION,
          """
          {"label":{"en":"Is that right?","hi":"क्या यह सही है?"},
           "config":{"dataKey":"confirmed","message":{"en":"Shall we go on?","hi":"क्या आगे बढ़ें?"}}}
          """,
          StepType.VALIDATION,
          """
          {"label":{"en":"Checking","hi":"जाँच हो रही है"},
           "config":{"dataKey":"check","result":{"valid":true}}}
          """,
          StepType.API_CALL,
          """
          {"label":{"en":"One moment","hi":"एक पल"},"triggerEndpoint":"","timeoutMs":5000,
           "config":{"dataKey":"reply"}}
          """,
          StepType.APPROVAL,
          """
          {"label":{"en":"Please wait for the counter","hi":"काउंटर का इंतज़ार करें"},
           "config":{"dataKey":"approval",
            "message":{"en":"Somebody at the counter looks at it.","hi":"काउंटर पर कोई देख रहा है।"}}}
          """,
          StepType.TASK,
          """
          {"label":{"en":"A card for the counter","hi":"काउंटर के लिए कार्ड"},
           "config":{"title":{"en":"Help the customer","hi":"ग्राहक की मदद करें"},"await":false}}
          """,
          StepType.WAIT,
          """
          {"label":{"en":"A short wait","hi":"थोड़ा इंतज़ार"},"config":{"pauseMs":5000}}
          """,
          StepType.PARALLEL,
          """
          {"label":{"en":"Several at once","hi":"कई काम साथ में"},"config":{"branches":[
            {"steps":[{"id":"first","type":"TASK","label":{"en":"First","hi":"पहला"},
              "config":{"title":{"en":"First card","hi":"पहला कार्ड"},"await":false}}]},
            {"steps":[{"id":"second","type":"TASK","label":{"en":"Second","hi":"दूसरा"},
              "config":{"title":{"en":"Second card","hi":"दूसरा कार्ड"},"await":false}}]}]}}
          """,
          StepType.SWITCH,
          """
          {"label":{"en":"Which way?","hi":"किस ओर?"},"config":{"cases":[]}}
          """);

  private NewStep() {}

  /// The types that an owner may add, the usual ones first.
  public static List<String> types() {
    return Stream.of(StepType.values()).filter(type -> !type.prints()).map(Enum::name).toList();
  }

  /// Where a step of this type comes when it is added after the step `chosen` (-1 for none): no later
  /// than a print workflow allows.
  public static int place(WorkflowText text, String type, int chosen) {
    int wanted = chosen < 0 ? text.steps().size() : chosen + 1;
    int options = text.find("PRINT_OPTIONS").orElse(Integer.MAX_VALUE);
    int output = text.find("PRINT_OUTPUT").orElse(Integer.MAX_VALUE);
    boolean late = chosen >= output && StepType.valueOf(type).alone();
    return late ? wanted : Math.min(wanted, options);
  }

  /// With names for itself and for what it finds out that nothing else has.
  public static JsonObject of(WorkflowText text, String type) {
    JsonObject step = JsonObject.parse(Objects.requireNonNull(BEGINNINGS.get(StepType.valueOf(type))));
    JsonPath key = JsonPath.of("config.dataKey");
    String wanted = key.text(step);
    JsonObject named = wanted.isEmpty() ? step : key.put(step, free(wanted, keys(text), ""));
    String id = free(type.toLowerCase(Locale.ROOT).replace('_', '-'), new HashSet<>(text.ids()), "-");
    return JsonObject.of("id", id).with("type", type).merged(named);
  }

  /// A name for a field that no other field of the form has, made of its label.
  public static String fieldKey(String label, Set<String> taken) {
    String[] words = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip().split(" ", -1);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < Math.min(words.length, 3); i++) {
      String word = words[i];
      key.append(
          i == 0 || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    String clean = key.toString().replaceAll("^[0-9]+", "");
    String cut = clean.substring(0, Math.min(clean.length(), 30));
    return free(cut.isEmpty() ? "field" : cut, taken, "");
  }

  private static Set<String> keys(WorkflowText text) {
    return text.steps().stream()
        .map(step -> JsonPath.of("config.dataKey").text(step))
        .collect(Collectors.toSet());
  }

  private static String free(String wanted, Set<String> taken, String between) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + between + i;
    }
    return name;
  }
}

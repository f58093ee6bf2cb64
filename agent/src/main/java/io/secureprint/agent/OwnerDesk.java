// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.People;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.Secrets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the owner alone may change while the shop is open. Every call may ask for a PIN and then
/// blocks, so none is for the thread that draws.
public final class OwnerDesk {
  /// Secrets by name, each with the setting beside which it is asked for.
  public static final List<String> SECRETS = List.of("gateway.keySecret", "gateway.webhookSecret");

  private static final Logger LOG = LoggerFactory.getLogger(OwnerDesk.class);
  private static final int LONGEST_SECRET = 1_024;
  private static final String KEEPS_COPY = "printer.keepsCopy";

  private final SettingsFile settings;
  private final Secrets secrets;
  private final People people;
  private final Shift shift;
  private final Shift.Records records;

  OwnerDesk(SettingsFile settings, Secrets secrets, StaffRoom staff) {
    this.settings = settings;
    this.secrets = secrets;
    this.people = staff.people();
    this.shift = staff.shift();
    this.records = staff.records();
  }

  /// Everything there is to see, if the owner may come in.
  public Page open() {
    if (owner().isEmpty()) {
      return new Page.Refused("PIN_NEEDED", "");
    }
    try {
      Map<String, String> shown = new HashMap<>(settings.values());
      shown.keySet().removeIf(key -> key.endsWith("Secret"));
      Map<String, Boolean> set = new HashMap<>();
      for (String name : SECRETS) {
        set.put(name, secrets.get(name).isPresent());
      }
      return new Page.Opened(shown, settings.fixed(), set, people.all());
    } catch (ConfigFile.Unusable e) {
      return new Page.Refused(e.refused().code(), e.refused().key());
    } catch (IOException e) {
      LOG.error("the settings cannot be shown", e);
      return new Page.Refused("STORAGE_FAILED", "");
    }
  }

  /// The owner goes; whoever stays needs the PIN to come in again.
  public void leave() {
    shift.giveUp(Permission.CHANGE_SETTINGS);
  }

  /// Writes settings by their full names, all or none.
  public Saved save(Map<String, String> changes) {
    Optional<String> owner = owner();
    if (owner.isEmpty()) {
      return new Saved.Refused("PIN_NEEDED");
    }
    List<SettingRefused> wrong = settings.refused(changes);
    if (!wrong.isEmpty()) {
      return new Saved.Wrong(wrong);
    }
    if ("true".equals(changes.get(KEEPS_COPY)) && !mayKeepCopies()) {
      return new Saved.Refused("PIN_NEEDED");
    }
    Set<String> changed;
    try {
      changed = settings.save(changes);
      shift.follow(ConfigFile.bound(settings.tree()).people().rules());
    } catch (ConfigFile.Unusable e) {
      return new Saved.Wrong(List.of(e.refused()));
    } catch (IOException e) {
      LOG.error("the settings were not written", e);
      return new Saved.Refused("STORAGE_FAILED");
    }
    if (!changed.isEmpty()) {
      note(owner.get(), "SettingsChanged", Map.of("settings", String.join(" ", changed)));
    }
    return new Saved.Done(
        changed.stream().filter(OwnerDesk::waitsForOpening).collect(Collectors.toSet()));
  }

  /// Keeps a secret, or forgets it where `value` is empty. It counts at the next opening.
  public Optional<String> keep(String secret, String value) {
    return asOwner("SecretChanged", Map.of("secret", secret), () -> {
      if (value.length() > LONGEST_SECRET) {
        return Optional.of("SETTING_VALUE");
      }
      secrets.put(secret, value.strip());
      return Optional.empty();
    });
  }

  /// A refusal names its code, see [People#add].
  public Optional<String> addPerson(String name, Role role, Pin pin) {
    return asOwner(
        "PersonAdded", Map.of("name", name, "role", role.name()), () -> people.add(name, role, pin));
  }

  public Optional<String> changePin(Person person, Pin pin) {
    return asOwner(
        "PinChanged", Map.of("name", person.name()), () -> people.changePin(person.id(), pin));
  }

  public Optional<String> removePerson(Person person) {
    return asOwner(
        "PersonRemoved", Map.of("name", person.name()), () -> people.remove(person.id()));
  }

  public List<Person> people() {
    return shift.whoMay(Permission.LOOK);
  }

  private Optional<String> asOwner(String type, Map<String, String> payload, Change change) {
    Optional<String> owner = owner();
    if (owner.isEmpty()) {
      return Optional.of("PIN_NEEDED");
    }
    try {
      Optional<String> refused = change.make();
      if (refused.isEmpty()) {
        note(owner.get(), type, payload);
      }
      return refused;
    } catch (IOException e) {
      LOG.error("{} failed", type, e);
      return Optional.of("STORAGE_FAILED");
    }
  }

  private Optional<String> owner() {
    return shift.person(new Shift.Wish(Permission.CHANGE_SETTINGS, Paise.ZERO), "console");
  }

  /// Not without a PIN, also where there is none yet (decision 20).
  private boolean mayKeepCopies() {
    return !people().isEmpty()
        && shift.person(new Shift.Wish(Permission.KEEP_COPIES, Paise.ZERO), "console").isPresent();
  }

  private static boolean waitsForOpening(String setting) {
    return List.of("people.", "screens.", "kiosk.").stream().noneMatch(setting::startsWith);
  }

  private void note(String actor, String type, Map<String, String> payload) {
    records.append(new EventLog.Event("settings", "settings", type, payload, actor, ""));
  }

  @FunctionalInterface
  private interface Change {
    Optional<String> make() throws IOException;
  }

  /// What the owner sees on coming in.
  public sealed interface Page {
    /// `settings` by full name, `fixed` those that this run's command line decides, and which
    /// `secrets` are set.
    record Opened(
        Map<String, String> settings,
        Set<String> fixed,
        Map<String, Boolean> secrets,
        List<Person> people)
        implements Page {
      public Opened {
        settings = Map.copyOf(settings);
        fixed = Set.copyOf(fixed);
        secrets = Map.copyOf(secrets);
        people = List.copyOf(people);
      }
    }

    /// `about` is the setting that cannot be used, if that is why.
    record Refused(String code, String about) implements Page {}
  }

  /// What came of saving.
  public sealed interface Saved {
    /// Those of `later` count when the shop opens again; the others count already.
    record Done(Set<String> later) implements Saved {
      public Done {
        later = Set.copyOf(later);
      }
    }

    record Wrong(List<SettingRefused> values) implements Saved {
      public Wrong {
        values = List.copyOf(values);
      }
    }

    record Refused(String code) implements Saved {}
  }
}

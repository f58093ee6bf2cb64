// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.People;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A shop that is being set up: what the owner has said so far lies in a draft beside the settings
/// file, so that it can be left and resumed. The shop is set up when the draft becomes that file.
public final class FirstStart {
  private final Path config;
  private final Path draft;
  private final SettingsFile settings;
  private final People people;

  /// `config` is the settings file that is not there yet.
  public FirstStart(Folders folders, Path config, Ids ids) {
    this.config = config;
    this.draft = folders.setup();
    this.settings = new SettingsFile(draft, Map.of());
    this.people = new People(folders.people(), ids);
  }

  public static boolean isDue(Path config) {
    return !Files.exists(config);
  }

  /// Every setting as it would be now.
  public Map<String, String> values() throws ConfigFile.Unusable {
    return settings.values();
  }

  /// The settings that were said already.
  public Set<String> said() throws ConfigFile.Unusable {
    return settings.said();
  }

  /// Keeps what one page says, or tells what is wrong with it.
  public List<SettingRefused> keep(Map<String, String> page) throws IOException {
    List<SettingRefused> wrong = settings.refused(page);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      settings.save(page);
      return List.of();
    } catch (ConfigFile.Unusable e) {
      return List.of(e.refused());
    }
  }

  /// Gives up a draft that cannot be read: it is of no use to anybody.
  public void mend() throws IOException {
    try {
      settings.values();
    } catch (ConfigFile.Unusable _) {
      Files.deleteIfExists(draft);
    }
  }

  public Optional<Person> owner() throws IOException {
    return people.all().stream().filter(person -> person.role() == Role.OWNER).findFirst();
  }

  /// Sets the owner's PIN; a refusal names its code, see [People#add].
  public Optional<String> owner(String name, Pin pin) throws IOException {
    Optional<Person> known = owner();
    if (known.isPresent() && known.get().name().equals(name.strip())) {
      return people.changePin(known.get().id(), pin);
    }
    Optional<String> refused = people.add(name, Role.OWNER, pin);
    if (refused.isEmpty() && known.isPresent()) {
      return people.remove(known.get().id());
    }
    return refused;
  }

  /// From here on the shop is set up.
  ///
  /// @throws IllegalStateException when there is no owner with a PIN yet
  public void finish() throws IOException {
    if (owner().isEmpty()) {
      throw new IllegalStateException("a shop without an owner's PIN is not set up");
    }
    Files.createDirectories(config.toAbsolutePath().getParent());
    Files.move(draft, config, StandardCopyOption.ATOMIC_MOVE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.agent.access.ProgramKeys;
import io.secureprint.agent.connection.ConnectionDesk;

import java.time.InstantSource;
import java.time.ZoneId;

/// What the shop has to do with other programs: the keys it gives them, and the servers that it calls.
/// `actor` is what the console calls itself where nobody has a name.
public record Outside(
    ProgramKeys keys,
    ConnectionDesk connections,
    InstantSource clock,
    ZoneId zone,
    String actor) {}

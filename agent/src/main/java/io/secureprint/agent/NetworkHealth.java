// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Whether the shop can be reached: each of its servers is called, and has to answer.
///
/// @param bind the address in the shop's network
/// @param alone whether no network was found
/// @param phones whether the phones' WebSocket server answers within that time
record NetworkHealth(
    InetAddress bind, boolean alone, Agent.Addresses addresses, Predicate<Duration> phones) {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkHealth.class);
  /// For each answer: the three together take less than one look at everything may.
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  Part look() {
    Part part =
        Part.well(
            Kind.NETWORK,
            List.of(
                new Fact(About.PAGE, addresses.page()),
                new Fact(About.PHONES, addresses.ws()),
                new Fact(About.PROGRAMS, addresses.api())));
    if (!LanAddress.isOurs(bind)) {
      return part.but(State.FAILED, "ADDRESS_CHANGED");
    }
    if (answer(addresses.page()) != OK) {
      return part.but(State.FAILED, "PORT_SILENT");
    }
    if (!phones.test(PATIENCE)) {
      return part.but(State.FAILED, "PHONES_SILENT");
    }
    if (answer(addresses.api() + "/health") != OK) {
      return part.but(State.FAILED, "API_SILENT");
    }
    return alone ? part.but(State.NEEDS_HAND, "NETWORK_MISSING") : part;
  }

  /// The status of the answer, or 0 where there is none in time.
  private static int answer(String address) {
    try {
      HttpURLConnection call =
          (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
      call.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
      call.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
      call.setRequestProperty("Connection", "close");
      try {
        return call.getResponseCode();
      } finally {
        call.disconnect();
      }
    } catch (IOException e) {
      LOG.debug("{} does not answer", address, e);
      return 0;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The shop's connections together with the way to their servers.
public final class TriedConnections implements ConnectionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(TriedConnections.class);

  private final Connections connections;
  private final HttpServers servers;

  public TriedConnections(Connections connections, HttpServers servers) {
    this.connections = connections;
    this.servers = servers;
  }

  @Override
  public List<Kept> kept() {
    return connections.list().stream().map(one -> new Kept(one, hasSecret(one))).toList();
  }

  private boolean hasSecret(Connection connection) {
    try {
      return connections.secret(connection).isPresent();
    } catch (IOException e) {
      LOG.warn("the secret of {} cannot be read", connection.name(), e);
      return false;
    }
  }

  @Override
  public Optional<String> add(Connection connection, String secret, String actor) {
    return connections.add(connection, secret, actor);
  }

  @Override
  public Optional<String> change(Connection connection, String secret, String actor) {
    return connections.change(connection, secret, actor);
  }

  @Override
  public Optional<String> remove(String name, String actor) {
    return connections.remove(name, actor);
  }

  @Override
  public Trial tryOut(String name) {
    return connections
        .find(name)
        .map(servers::tryOut)
        .orElseGet(() -> new Trial.Failed("CONNECTION_UNKNOWN"));
  }
}

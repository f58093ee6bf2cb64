// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

/// How much patience the JDK's HTTP server has. It reads this once in a JVM's life, when its first
/// server is made, and it then holds for all of them.
public final class HttpLimits {
  private HttpLimits() {}

  /// Call it before the first server is made. A value given on the command line stays.
  public static void hold() {
    limit("sun.net.httpserver.maxReqTime", 5); // seconds for a whole request
    limit("sun.net.httpserver.maxRspTime", 30); // seconds for a whole answer
    limit("sun.net.httpserver.idleInterval", 15); // seconds between two requests
    limit("sun.net.httpserver.drainAmount", 0); // bytes that are read and thrown away behind an answer
    limit("sun.net.httpserver.maxReqHeaders", 50);
    limit("sun.net.httpserver.maxReqHeaderSize", 16 << 10); // bytes
    limit("jdk.httpserver.maxConnections", 256); // of one server
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }
}

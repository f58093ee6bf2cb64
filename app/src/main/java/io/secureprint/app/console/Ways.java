// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

/// Where a screen may send a person on to.
public record Ways(Runnable toSessions, Runnable toPrinters, Runnable toHealth) {}

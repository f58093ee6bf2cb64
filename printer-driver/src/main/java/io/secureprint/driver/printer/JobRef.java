// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

/// A job in a queue. Ids are used again after a queue has lost its memory, so the name counts too.
public record JobRef(int id, String name) {}

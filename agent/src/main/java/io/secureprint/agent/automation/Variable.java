// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.EventTypes.FieldType;

/// Something that a condition or a text may speak of, as it is written: `payload.area`.
public record Variable(String path, FieldType type) {}

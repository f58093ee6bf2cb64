// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

/// What is wrong with one field.
public record StepError(String field, StepText message) {}

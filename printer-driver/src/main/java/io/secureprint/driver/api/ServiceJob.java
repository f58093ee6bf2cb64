// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// A job for one of the PC's own print services: the service's name, the job's, and what its sheets
/// are to be put on.
public record ServiceJob(String service, String name, Paper paper, Sides sides) {}

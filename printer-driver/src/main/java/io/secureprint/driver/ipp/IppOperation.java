// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

/// Operation codes (RFC 8011 5.4.15, RFC 3998).
public final class IppOperation {
  public static final int CREATE_JOB = 0x0005;
  public static final int SEND_DOCUMENT = 0x0006;
  public static final int CANCEL_JOB = 0x0008;
  public static final int GET_JOB_ATTRIBUTES = 0x0009;
  public static final int GET_JOBS = 0x000A;
  public static final int GET_PRINTER_ATTRIBUTES = 0x000B;
  public static final int RELEASE_JOB = 0x000D;
  public static final int RESUME_PRINTER = 0x0011;
  /// One of CUPS' own.
  public static final int CUPS_ACCEPT_JOBS = 0x4008;

  /// CUPS' own: all its queues.
  public static final int CUPS_GET_PRINTERS = 0x4002;

  private IppOperation() {}
}

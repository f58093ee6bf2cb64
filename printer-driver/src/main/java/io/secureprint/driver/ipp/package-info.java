// SPDX-License-Identifier: Apache-2.0
/// The Internet Printing Protocol: messages (RFC 8010) and a client of the operations that this
/// product needs (RFC 8011, and CUPS's purge).
@NullMarked
package io.secureprint.driver.ipp;

import org.jspecify.annotations.NullMarked;

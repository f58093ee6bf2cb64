// SPDX-License-Identifier: Apache-2.0
/// Razorpay as a payment provider: its QR codes, its answers and its signed messages
/// (`payments.md` 3).
@NullMarked
package io.secureprint.agent.payment.razorpay;

import org.jspecify.annotations.NullMarked;

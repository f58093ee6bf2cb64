// SPDX-License-Identifier: Apache-2.0
/// Settings as fields: what a person types, what the settings file gets, and what is wrong with it.
@NullMarked
package io.secureprint.app.form;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import javafx.beans.value.ObservableValue;

/// The kiosk as the console steers it: full screen or in a window.
public record KioskSwitch(ObservableValue<Boolean> fullScreen, Runnable toggle) {}

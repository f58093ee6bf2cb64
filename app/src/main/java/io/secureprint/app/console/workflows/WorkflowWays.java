// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.app.fx.OpenDialog;
import io.secureprint.app.fx.SaveDialog;

/// How a person says which file is meant, and the way to where the shop's servers are set up.
public record WorkflowWays(SaveDialog save, OpenDialog open, Runnable toConnections) {}

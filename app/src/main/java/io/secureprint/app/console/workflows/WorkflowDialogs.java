// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.app.fx.OpenDialog;
import io.secureprint.app.fx.SaveDialog;

/// How a person says which file is meant.
public record WorkflowDialogs(SaveDialog save, OpenDialog open) {}
